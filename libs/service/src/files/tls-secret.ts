import type { Stats } from 'node:fs';
import { escapeControls } from '@praktikum/protocol';
import { printLine } from '../terminal/print-line.ts';
import type { ProgramTexts, SecretTexts } from '../texts.ts';
import { readTlsFile, tlsFileError } from './tls-file.ts';

/** What a file holds that nobody else is to know. */
type Holding = keyof SecretTexts['exposed'];

/** A secret that every user of this machine can read. */
export interface ExposedSecret {
  readonly path: string;
  readonly holds: Holding;
}

/** Mode bits, which are the same for root: group or others may write, everybody may read. */
const WRITABLE_BY_OTHERS = 0o022;
const READABLE_BY_ALL = 0o004;

/**
 * Reads a private key or a passphrase, unless others can change it: they could put a key of theirs in
 * its place. Windows has no such bits, and a pipe no file that could be changed.
 * @param exposed takes the secret up when every user of this machine can read it
 * @throws CodedError `ERR_TLS_FILE`, `ERR_TLS_FILE_SILENT`, `ERR_TLS_SECRET_WRITABLE`
 */
export function readTlsSecret(
  path: string,
  holds: Holding,
  exposed: ExposedSecret[],
  signal?: AbortSignal,
): Promise<string> {
  return readTlsFile(path, signal, (stats: Stats) => {
    if (process.platform === 'win32' || !stats.isFile()) return;
    if ((stats.mode & WRITABLE_BY_OTHERS) !== 0) {
      throw tlsFileError('ERR_TLS_SECRET_WRITABLE', path, { holds });
    }
    if ((stats.mode & READABLE_BY_ALL) !== 0) exposed.push({ path, holds });
  });
}

/** Says who can read a secret, and what to do about it. */
export function exposedText(
  { path, holds }: ExposedSecret,
  { secrets: texts }: Pick<ProgramTexts, 'secrets'>,
): string {
  return texts.exposed[holds](escapeControls(path));
}

/** Warns of secrets that everybody can read, for programs that have no log. */
export function printExposed(
  secrets: readonly ExposedSecret[],
  texts: Pick<ProgramTexts, 'secrets'>,
): void {
  for (const secret of secrets) {
    printLine(`${texts.secrets.warning}: ${exposedText(secret, texts)}`, process.stderr);
  }
}
