import type { Command } from 'commander';
import { CodedError, escapeControls } from '@praktikum/protocol';
import {
  createKeyLog,
  FLAGS,
  printExposed,
  printLine,
  readAuthorities,
  readTlsKeyPairs,
  type ProgramTexts,
  type TlsKeyPair,
} from '@praktikum/service';
import { keyLogger } from './key-logger.ts';
import type { TlsTexts } from './texts.ts';

/** TLS on the command line. */
export interface TlsArguments {
  readonly tls?: boolean;
  readonly ca?: string;
  readonly servername?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly passphraseFile?: string;
  readonly insecure?: boolean;
  readonly keyLog?: string;
}

/** How this client speaks TLS; the files are read and checked. */
export interface ClientTls {
  /** PEM. Without it the CAs of Node and of the system count. */
  readonly ca?: string;
  /** What the server's certificate has to be for, where that is not the host connected to. */
  readonly servername?: string;
  readonly identity?: TlsKeyPair;
  readonly insecure: boolean;
  /** Takes the secrets of the connection, a line of the NSS key log format each. */
  readonly logKeys?: (line: Buffer) => void;
}

export function addTlsArguments(command: Command, { options: texts }: TlsTexts): Command {
  return command
    .option('--tls', texts.tls)
    .option('--ca <file>', texts.ca)
    .option('--servername <name>', texts.servername)
    .option(FLAGS.cert, texts.cert)
    .option(FLAGS.key, texts.key)
    .option(FLAGS.passphraseFile, texts.passphrase)
    .option('--insecure', texts.insecure)
    .option('--key-log <file>', texts.keyLog);
}

/** Options that mean something only together with another one. */
const NEEDS = [
  ['ca', 'tls'],
  ['servername', 'tls'],
  ['cert', 'tls'],
  ['key', 'tls'],
  ['passphraseFile', 'tls'],
  ['insecure', 'tls'],
  ['keyLog', 'tls'],
  ['cert', 'key'],
  ['key', 'cert'],
  ['passphraseFile', 'key'],
] as const;

/**
 * Reads and checks the files behind the arguments, and warns of what is risky.
 * @param signal ends the reading; what is thrown then is its reason
 * @returns undefined without `--tls`
 * @throws CodedError `ERR_OPTION_NEEDS`, `ERR_TLS_…`, `ERR_FILE`
 */
export async function readTlsArguments(
  given: TlsArguments,
  texts: Pick<ProgramTexts, 'secrets'> & { readonly tls: TlsTexts },
  signal: AbortSignal,
): Promise<ClientTls | undefined> {
  for (const [option, other] of NEEDS) {
    if (given[option] === undefined || given[other] !== undefined) continue;
    throw new CodedError('ERR_OPTION_NEEDS', `${option} without ${other}`, {
      details: { option: flag(option), other: flag(other) },
    });
  }
  const { tls, ca, servername, cert, key, passphraseFile, insecure = false, keyLog } = given;
  if (!tls) return undefined;
  if (insecure) printLine(texts.tls.insecure, process.stderr);
  if (keyLog !== undefined) {
    await createKeyLog(keyLog);
    printLine(texts.tls.keyLogged(escapeControls(keyLog)), process.stderr);
  }
  const files = cert !== undefined && key !== undefined ? [{ cert, key }] : [];
  const authorities = ca === undefined ? undefined : await readAuthorities(ca, signal);
  const { pairs, exposed } = await readTlsKeyPairs(files, { passphraseFile, signal });
  const [identity] = pairs;
  printExposed(exposed, texts);
  return {
    ...(authorities !== undefined && { ca: authorities }),
    ...(servername !== undefined && { servername }),
    ...(identity && { identity }),
    insecure,
    ...(keyLog !== undefined && { logKeys: keyLogger(keyLog, texts.tls) }),
  };
}

function flag(name: keyof TlsArguments): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
