import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CaptureReader } from '../capture-reader.ts';
import { encodeInterface, encodePacket, encodeSectionHeader } from './pcapng-encoder.ts';

describe('the pcapng encoder', () => {
  it('writes blocks whose lengths are multiples of four and stand at both ends', () => {
    const blocks = [
      encodeSectionHeader({ hardware: 'x', system: 'Linux', application: 'praktikum' }),
      encodeInterface({ linkType: 1, name: 'lo' }),
      encodePacket({ seconds: 1, nanoseconds: 2, data: Uint8Array.of(1, 2, 3), comment: 'halo' }),
    ];
    for (const block of blocks) {
      const view = new DataView(block.buffer);
      expect(block.length % 4).toBe(0);
      expect(view.getUint32(4, true)).toBe(block.length);
      expect(view.getUint32(block.length - 4, true)).toBe(block.length);
    }
  });

  it.each([
    [-1, 0],
    [0, 1e9],
    [Number.NaN, 0],
  ])('refuses the time %d s and %d ns', (seconds, nanoseconds) => {
    const packet = { seconds, nanoseconds, data: new Uint8Array(0) };
    expect(() => encodePacket(packet)).toThrow(
      expect.objectContaining({ code: 'ERR_CAPTURE_ARGUMENT' }),
    );
  });

  it('writes what the reader reads back', () => {
    const packet = fc.record({
      seconds: fc.nat(0xffff_ffff),
      nanoseconds: fc.nat(999_999_999),
      data: fc.uint8Array({ maxLength: 50 }),
    });
    fc.assert(
      fc.property(fc.array(packet, { maxLength: 10 }), (packets) => {
        const reader = new CaptureReader();
        const file = [
          encodeSectionHeader(),
          encodeInterface({ linkType: 1 }),
          ...packets.map(encodePacket),
        ];
        const read = [...reader.packets(Buffer.concat(file))].length;
        expect(read).toBe(packets.length);
        const again = new CaptureReader();
        let index = 0;
        for (const found of again.packets(Buffer.concat(file))) {
          const { seconds, nanoseconds, data } = packets[index++]!;
          expect([found.seconds, found.nanoseconds]).toEqual([seconds, nanoseconds]);
          expect([...found.bytes.subarray(found.start, found.end)]).toEqual([...data]);
        }
        expect(again.end().complete).toBe(true);
      }),
    );
  });
});
