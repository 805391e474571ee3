import type { Command, OptionValues } from 'commander';
import { CodedError } from '@praktikum/protocol';
import {
  choiceOption,
  createKeyLog,
  exposedText,
  FLAGS,
  readAuthorities,
  readTlsKeyPairs,
  type ExposedSecret,
  type Logger,
} from '@praktikum/service';
import type { ClientCertificateMode, TlsIdentity, TlsSettings } from '@praktikum/socket-pool';
import type { ServerTexts } from './texts.ts';

const CLIENT_CERTIFICATE_MODES = ['none', 'optional', 'required'] as const;

/** The options as commander keeps them. */
interface GivenOptions {
  readonly tls?: boolean;
  readonly cert?: readonly string[];
  readonly key?: readonly string[];
  readonly passphraseFile?: string;
  readonly ca?: string;
  readonly clientCert: ClientCertificateMode;
  readonly keyLog?: string;
}

/** TLS as options of a server's command line. */
export class TlsOptions {
  readonly #alpn: readonly string[] | undefined;

  /** @param alpn the names of the server's protocol, where it has any: `irc` */
  constructor(alpn?: readonly string[]) {
    this.#alpn = alpn;
  }

  addTo(command: Command, { tls: { options: texts } }: Pick<ServerTexts, 'tls'>): Command {
    return command
      .option('--tls', texts.tls)
      .option(FLAGS.cert, texts.cert, addTo)
      .option(FLAGS.key, texts.key, addTo)
      .option(FLAGS.passphraseFile, texts.passphrase)
      .option('--ca <file>', texts.ca)
      .addOption(
        choiceOption('--client-cert <mode>', texts.clientCert, CLIENT_CERTIFICATE_MODES, 'none'),
      )
      .option('--key-log <file>', texts.keyLog);
  }

  /**
   * Reads and checks the files behind the parsed options, and warns of what is risky.
   * @param signal ends the reading; what is thrown then is its reason
   * @returns undefined without `--tls`
   * @throws CodedError `ERR_OPTION_NEEDS`, `ERR_TLS_WITHOUT_CERT`, `ERR_TLS_…`, `ERR_FILE`
   */
  async read(
    options: OptionValues,
    log: Logger,
    texts: Pick<ServerTexts, 'tls' | 'secrets'>,
    signal: AbortSignal,
  ): Promise<TlsSettings | undefined> {
    const given = options as GivenOptions;
    checkCombination(given);
    if (!given.tls) return undefined;
    const { cert = [], key = [], passphraseFile, ca, clientCert, keyLog } = given;
    const files = cert.map((path, index) => ({ cert: path, key: key[index]! }));
    const { pairs, exposed } = await readTlsKeyPairs(files, { passphraseFile, signal });
    const [first, ...others] = pairs;
    const identities: TlsSettings['identities'] = [first as TlsIdentity, ...others];
    const authorities = ca === undefined ? {} : { ca: await readAuthorities(ca, signal) };
    warnOf(exposed, log, texts);
    if (keyLog !== undefined) {
      await createKeyLog(keyLog);
      log.warn({ event: 'tls-key-log', path: keyLog }, texts.tls.keyLogged(keyLog));
    }
    return {
      identities,
      clientCert,
      ...authorities,
      ...(this.#alpn && { alpn: this.#alpn }),
      ...(keyLog !== undefined && { keyLog }),
    };
  }
}

function checkCombination({
  tls,
  cert,
  key,
  passphraseFile,
  ca,
  clientCert,
  keyLog,
}: GivenOptions) {
  const given = { cert, key, 'passphrase-file': passphraseFile, ca, 'key-log': keyLog };
  const [alone] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (!tls && alone !== undefined) throw needs(`--${alone}`, '--tls');
  if (!tls && clientCert !== 'none') throw needs('--client-cert', '--tls');
  if (tls && cert === undefined) throw new CodedError('ERR_TLS_WITHOUT_CERT', '--tls alone');
  if (tls && (key?.length ?? 0) < (cert?.length ?? 0)) throw needs('--cert', '--key');
  if (tls && (key?.length ?? 0) > (cert?.length ?? 0)) throw needs('--key', '--cert');
  // Without it every certificate of a public CA would do, that is, anybody's.
  if (clientCert !== 'none' && ca === undefined) throw needs('--client-cert', '--ca');
  if (clientCert === 'none' && ca !== undefined) throw needs('--ca', '--client-cert');
}

function needs(option: string, other: string): CodedError {
  return new CodedError('ERR_OPTION_NEEDS', `${option} needs ${other}`, {
    details: { option, other },
  });
}

const EXPOSED_EVENTS = { key: 'tls-key-readable', passphrase: 'tls-passphrase-readable' } as const;

function warnOf(
  secrets: readonly ExposedSecret[],
  log: Logger,
  texts: Pick<ServerTexts, 'secrets'>,
): void {
  for (const secret of secrets) {
    const { path, holds } = secret;
    log.warn({ event: EXPOSED_EVENTS[holds], path }, exposedText(secret, texts));
  }
}

function addTo(value: string, values: string[] = []): string[] {
  return [...values, value];
}
