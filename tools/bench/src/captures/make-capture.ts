import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeInterface, encodePacket, encodeSectionHeader } from '@praktikum/capture';
import { WORKSPACE_ROOT } from '../workspace-root.ts';
import { traffic } from './traffic.ts';

const ETHERNET = 1;
const BEGINNING_SECONDS = 1_700_000_000;
const PIECE_BYTES = 1024 * 1024;

/** Where captures are made once and kept, not committed. */
export const CAPTURES = join(WORKSPACE_ROOT, 'tools', 'bench', 'captures');

/** What a capture for the bench holds. */
export interface BenchCapture {
  readonly path: string;
  readonly bytes: number;
}

/** Packets of the smallest capture: what a student records. */
const FEWEST_PACKETS = 30;

/**
 * A pcapng file of about so many megabytes (10^6 bytes), of {@link FEWEST_PACKETS} packets for 0. One
 * that is there already is used again.
 */
export async function makeCapture(megabytes: number, folder: string): Promise<BenchCapture> {
  const path = join(folder, `traffic-${megabytes}MB.pcapng`);
  const there = await stat(path).catch(() => undefined);
  if (there) return { path, bytes: there.size };
  await mkdir(folder, { recursive: true });
  const unfinished = `${path}.unfinished`;
  const bytes = await write(unfinished, megabytes * 1e6);
  await rename(unfinished, path);
  return { path, bytes };
}

async function write(path: string, wanted: number): Promise<number> {
  const file = createWriteStream(path);
  let piece = [encodeSectionHeader({ application: 'praktikum bench' })];
  piece.push(encodeInterface({ linkType: ETHERNET, name: 'bench0' }));
  let [bytes, held, packets] = [0, 0, 0];
  for (const { micros, data } of traffic()) {
    const seconds = BEGINNING_SECONDS + Math.floor(micros / 1e6);
    const block = encodePacket({ seconds, nanoseconds: (micros % 1e6) * 1000, data });
    piece.push(block);
    held += block.length;
    packets += 1;
    const enough = packets >= FEWEST_PACKETS && bytes + held >= wanted;
    if (held < PIECE_BYTES && !enough) continue;
    bytes += held;
    if (!file.write(Buffer.concat(piece))) await once(file, 'drain');
    [piece, held] = [[], 0];
    if (enough) break;
  }
  file.end();
  await once(file, 'close');
  return file.bytesWritten;
}
