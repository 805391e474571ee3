import { expect, it } from '@jest/globals';
import { captureArguments } from './capture-tool.ts';

it.each([
  ['dumpcap', ['-B', '32'], ['-f', 'port 12345']],
  ['tshark', ['-B', '32'], ['-f', 'port 12345']],
  ['tcpdump', ['-B', '32768'], ['port', '12345']],
] as const)('gives %s room for packets that wait', (name, buffer, filter) => {
  const given = captureArguments({ name, path: name }, 'lo', 12_345);
  const at = given.indexOf('-B');
  expect(given.slice(at, at + 2)).toEqual(buffer);
  expect(given).toEqual(expect.arrayContaining([...filter]));
});
