import { expect, it } from '@jest/globals';
import { udpFields } from './udp-fields.ts';

it('reads the four fields of a UDP header', () => {
  const fields = udpFields(Uint8Array.from([0x9c, 0x40, 0x30, 0x39, 0, 11, 0xab, 0xcd]), {
    bytes: 'bytes',
  });
  expect(fields.map(({ name, shown }) => [name, shown])).toEqual([
    ['sourcePort', '40000'],
    ['destinationPort', '12345'],
    ['udpLength', '11'],
    ['udpChecksum', '0xabcd'],
  ]);
});
