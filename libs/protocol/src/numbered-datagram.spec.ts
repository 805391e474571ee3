import { describe, expect, it } from '@jest/globals';
import { decodeDatagram, encodeDatagram } from './numbered-datagram.ts';

describe('numbered datagrams', () => {
  it('are plain text on the wire', () => {
    const datagram = encodeDatagram({ number: 7, message: Buffer.from('Halo') });
    expect(Buffer.from(datagram).toString()).toBe('#7 Halo');
  });

  it('come back with number and message', () => {
    const message = Buffer.from([0xff, 0x00, 0x20]);
    const decoded = decodeDatagram(encodeDatagram({ number: 123_456, message }));
    expect(decoded?.number).toBe(123_456);
    expect(Buffer.from(decoded?.message ?? [])).toEqual(message);
  });

  it.each(['', '#', '#0 x', '#12', 'x #1 y', '#1x', '#9999999999 x'])('%j has none', (text) => {
    expect(decodeDatagram(Buffer.from(text))).toBeUndefined();
  });
});
