import { open, type FileHandle } from 'node:fs/promises';
import {
  type CapturedPacket,
  type CaptureInterface,
  CaptureError,
  type CaptureEnding,
  CaptureReader,
} from '@praktikum/capture';
import { CodedError, codeOf, escapeControls } from '@praktikum/protocol';
import { captureChunks } from './capture-chunks.ts';

/** Takes a packet; where it returns a promise, reading goes on when that is fulfilled. */
export type PacketVisitor = (packet: CapturedPacket) => Promise<void> | undefined;

/** How reading ended, and what the file says of the interfaces it was taken on. */
export interface ReadCapture extends CaptureEnding {
  readonly interfaces: readonly CaptureInterface[];
}

/**
 * Reads a capture file packet by packet. What is readable is delivered, also of a gzip file that is cut
 * or damaged, and the ending says what stopped the reader.
 * @throws CodedError `ERR_FILE` when the file cannot be opened or read
 */
export function readCapture(file: string, visit: PacketVisitor): Promise<ReadCapture> {
  return readChunks(captureChunks(file), file, visit);
}

/**
 * Opens a capture that still grows.
 * @throws CodedError `ERR_FILE`
 */
export function openCapture(file: string): Promise<FileHandle> {
  return open(file).catch((error: unknown) => {
    throw fileError(error, file);
  });
}

/**
 * The same from any source.
 * @param name of the file, for the error
 */
export async function readChunks(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  visit: PacketVisitor,
): Promise<ReadCapture> {
  const reader = new CaptureReader();
  try {
    for await (const chunk of chunks) {
      reader.push(chunk);
      for (let packet = reader.read(); packet; packet = reader.read()) {
        const pause = visit(packet);
        if (pause) await pause;
      }
      if (reader.failed) break;
    }
  } catch (error) {
    const damage = unpackingError(error);
    if (!damage) throw fileError(error, name);
    return { ...reader.end(), interfaces: reader.interfaces, complete: false, error: damage };
  }
  return { ...reader.end(), interfaces: reader.interfaces };
}

function fileError(error: unknown, file: string): unknown {
  const isSystems = error instanceof Error && 'syscall' in error;
  if (!isSystems) return error;
  const details = { path: escapeControls(file), reason: codeOf(error) };
  return new CodedError('ERR_FILE', `cannot read ${file}`, { cause: error, details });
}

/** zlib's errors: Z_BUF_ERROR for a cut file, Z_DATA_ERROR for a damaged one. */
function unpackingError(error: unknown): CaptureError | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (typeof error.code !== 'string' || !error.code.startsWith('Z_')) return undefined;
  const code = error.code === 'Z_BUF_ERROR' ? 'ERR_CAPTURE_TRUNCATED' : 'ERR_CAPTURE_DAMAGED';
  return new CaptureError(code, `the gzip file cannot be unpacked further: ${error.message}`);
}
