import { expect, it } from '@jest/globals';
import { isNodeAtLeast, NODE_THAT_MOVES_SOCKETS } from './node-version.ts';

it.each([
  ['18.20.8', false],
  ['24.19.0', false],
  ['24.20.0', true],
  ['25.9.0', false],
  ['26.5.1', false],
  ['26.6.0', true],
  ['27.0.0', true],
])('Node %s can move sockets: %s', (version, expected) => {
  expect(isNodeAtLeast(version, NODE_THAT_MOVES_SOCKETS)).toBe(expected);
});
