import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { CodedError, type ErrorDetails } from '@praktikum/protocol';
import { outputError } from '@praktikum/service';
import { readCapture } from '../file/read-capture.ts';

/** How a recording uses its file. */
interface FileUse {
  /** Whether a file of that name may be replaced. */
  readonly replace: boolean;
  /** Whether it is removed when it has been explained. Default: it stays. */
  readonly isTemporary?: boolean;
}

/** The file that a recording goes to. One that is replaced stays as it was until the first packet. */
export class RecordingFile {
  readonly path: string;
  readonly #stream: WriteStream;
  readonly #isTemporary: boolean;
  /** Whether something stood in it, which goes when the capture begins. */
  readonly #replaced: boolean;

  private constructor(path: string, stream: WriteStream, isTemporary: boolean, replaced: boolean) {
    this.path = path;
    this.#stream = stream;
    this.#isTemporary = isTemporary;
    this.#replaced = replaced;
  }

  /** @throws CodedError `ERR_OUTPUT_EXISTS`, `ERR_FILE` */
  static async open(path: string, use: FileUse): Promise<RecordingFile> {
    const { replace, isTemporary = false } = use;
    const before = replace ? await sizeOf(path) : 0;
    const stream = createWriteStream(path, { flags: replace ? 'a' : 'wx' });
    await once(stream, 'open').catch((error: unknown) => {
      throw outputError(path, error);
    });
    return new RecordingFile(path, stream, isTemporary, before > 0);
  }

  /** Whether nothing can be written any more: the disk is full. */
  get failed(): boolean {
    return this.#stream.errored !== null;
  }

  /** Calls back once when nothing can be written any more. */
  onFailure(listener: () => void): void {
    this.#stream.once('error', listener);
  }

  /** Empties it. Only a file has a size: a device takes what is written as it is. */
  async begin(): Promise<void> {
    if (this.#replaced) await truncate(this.path);
  }

  /** Resolves when more may be written; what cannot be written is left out, and {@link failed} says so. */
  async write(chunk: Uint8Array): Promise<void> {
    if (this.failed || this.#stream.write(chunk)) return;
    await once(this.#stream, 'drain').catch(() => undefined);
  }

  async close(): Promise<void> {
    if (this.#stream.closed) return;
    this.#stream.end();
    await once(this.#stream, 'close').catch(() => undefined);
  }

  /** Removes it when it is empty and was not there before. */
  async discard(): Promise<void> {
    if (this.#replaced) return;
    const found = await stat(this.path).catch(() => undefined);
    if (found?.isFile() && found.size === 0) await rm(this.path, { force: true });
  }

  /**
   * Cuts off a packet that is not whole, so that every program reads the file to its end.
   * @returns the packets that are in it
   */
  async keepWhole(): Promise<number> {
    if ((await sizeOf(this.path)) === 0) return 0;
    const { packets, error, offset } = await readCapture(this.path, () => undefined);
    if (error?.code === 'ERR_CAPTURE_TRUNCATED') await truncate(this.path, offset);
    return packets;
  }

  /** What is left of a capture that ended too early, for its error. */
  left(packets: number): ErrorDetails {
    return this.#isTemporary ? { packets, shown: 1 } : { packets };
  }

  /** Why it cannot be written: with the packets that are in it, where there are any. */
  failure(packets: number): CodedError {
    const path = this.#isTemporary ? tmpdir() : this.path;
    const error = outputError(path, this.#stream.errored);
    if (packets === 0) return error;
    const details = { ...error.details, ...this.left(packets) };
    return new CodedError('ERR_CAPTURE_UNSAVED', error.message, { cause: error, details });
  }
}

/** Of a device, and of what is not there, 0. */
async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : 0;
}
