import { expect, it } from '@jest/globals';
import { DatagramFates } from './datagram-fate.ts';
import { DatagramLine } from './datagram-line.ts';

it('loses what the system does not take, and says so', () => {
  const sent: string[] = [];
  let isFull = true;
  const exit = { send: (datagram: Buffer) => void sent.push(`${datagram}`), isFull: () => isFull };
  const line = new DatagramLine(new DatagramFates({}, 0), exit);
  expect(line.pass(Buffer.from('1'))).toMatchObject({ number: 1, lost: false, overflow: true });
  isFull = false;
  expect(line.pass(Buffer.from('2'))).toMatchObject({ number: 2, lost: false, overflow: false });
  expect(sent).toEqual(['2']);
});
