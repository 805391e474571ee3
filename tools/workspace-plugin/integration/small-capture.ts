import { encodeInterface, encodePacket, encodeSectionHeader } from '@praktikum/capture';

/** A SYN on 127.0.0.1 to port 12345, and a segment that carries one byte, without link headers. */
export function smallCapture(): Uint8Array {
  const ip = (length: string) => `4500${length}000100004006${'0000'}7f0000017f000001`;
  const syn = `${ip('0028')}9c403039${'000003e8'}${'00000000'}5002faf000000000`;
  const data = `${ip('0029')}9c403039${'000003e9'}${'00001389'}5018faf00000000061`;
  return Buffer.concat([
    encodeSectionHeader(),
    encodeInterface({ linkType: 101 }),
    ...[syn, data].map((hex, seconds) =>
      encodePacket({ seconds, nanoseconds: 0, data: Buffer.from(hex, 'hex') }),
    ),
  ]);
}
