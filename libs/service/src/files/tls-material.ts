import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { CodedError, escapeControls, messageOf } from '@praktikum/protocol';
import { readTlsFile, tlsFileError } from './tls-file.ts';
import { readTlsSecret, type ExposedSecret } from './tls-secret.ts';

/** Where a certificate and its private key are. */
interface TlsKeyPairFiles {
  readonly cert: string;
  readonly key: string;
}

/** A certificate (and its chain behind it) and its private key, PEM, known to belong together. */
export interface TlsKeyPair {
  readonly cert: string;
  readonly key: string;
  readonly passphrase?: string;
}

interface KeyPairOptions {
  /** Holds the passphrase of encrypted keys, on its first line. */
  readonly passphraseFile?: string | undefined;
  /** Ends the reading; what is thrown then is its reason. */
  readonly signal?: AbortSignal | undefined;
}

const BEGIN_CERTIFICATE = /^-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/;
const CERTIFICATE = /^-----BEGIN (?<kind>[A-Z0-9 ]+)-----[^]*?-----END \k<kind>-----/;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const ENCRYPTED = /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m;

/** Key pairs that can be used, and what is risky about their files. */
interface TlsKeyPairs {
  readonly pairs: readonly TlsKeyPair[];
  /** Keys and passphrases that every user of this machine can read. */
  readonly exposed: readonly ExposedSecret[];
}

/**
 * Reads certificates and their keys, one file after the other, and makes sure that they can be used.
 * @throws CodedError `ERR_TLS_FILE`, `ERR_TLS_FILE_SILENT`, `ERR_TLS_SECRET_WRITABLE`,
 *   `ERR_TLS_NOT_PEM`, `ERR_TLS_CERT_EXPIRED`, `ERR_TLS_CERT_EARLY`, `ERR_TLS_PASSPHRASE`,
 *   `ERR_TLS_KEY_MISMATCH`, `ERR_TLS_MATERIAL`
 */
export async function readTlsKeyPairs(
  files: readonly TlsKeyPairFiles[],
  { passphraseFile, signal }: KeyPairOptions,
): Promise<TlsKeyPairs> {
  const exposed: ExposedSecret[] = [];
  const read: ReadSecret = (path, holds) => readTlsSecret(path, holds, exposed, signal);
  // Once for all of them: what a pipe has given (`--passphrase-file <(command)`) it does not give again.
  const passphrase = passphraseFile && firstLine(await read(passphraseFile, 'passphrase'));
  const pairs: TlsKeyPair[] = [];
  for (const paths of files) pairs.push(await readKeyPair(paths, passphrase, read, signal));
  return { pairs, exposed };
}

type ReadSecret = (path: string, holds: ExposedSecret['holds']) => Promise<string>;

async function readKeyPair(
  files: TlsKeyPairFiles,
  passphrase: string | undefined,
  readSecret: ReadSecret,
  signal: AbortSignal | undefined,
): Promise<TlsKeyPair> {
  const { pem: cert, first: certificate } = await readCertificates(files.cert, signal);
  const key = await readSecret(files.key, 'key');
  if (!PRIVATE_KEY.test(key)) {
    const found = key.includes('-----BEGIN CERTIFICATE-----') ? 'certificate' : '';
    throw tlsFileError('ERR_TLS_NOT_PEM', files.key, { expected: 'key', found });
  }
  const pair = { cert, key, ...(passphrase && ENCRYPTED.test(key) ? { passphrase } : {}) };
  if (!certificate.checkPrivateKey(parseKey(files.key, pair))) {
    throw tlsFileError('ERR_TLS_KEY_MISMATCH', files.key, { cert: escapeControls(files.cert) });
  }
  try {
    createSecureContext(pair);
  } catch (error) {
    throw tlsFileError('ERR_TLS_MATERIAL', files.cert, { reason: opensslReason(error) }, error);
  }
  return pair;
}

/**
 * Reads the certificates of those whose word is taken.
 * @param signal ends the reading; what is thrown then is its reason
 * @throws CodedError `ERR_TLS_FILE`, `ERR_TLS_FILE_SILENT`, `ERR_TLS_NOT_PEM`,
 *   `ERR_TLS_CERT_EXPIRED`, `ERR_TLS_CERT_EARLY`
 */
export async function readAuthorities(path: string, signal?: AbortSignal): Promise<string> {
  try {
    return (await readCertificates(path, signal)).pem;
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'ERR_TLS_FILE') throw error;
    // A new certificate is no remedy for a CA that is not found.
    throw tlsFileError(error.code, path, { ...error.details, holds: 'authority' }, error.cause);
  }
}

/**
 * The certificates of a file; the first one must be valid today. They are put below each other: from the text
 * of the file OpenSSL would take those that it can read, and leave out without a word a CA behind a mark of
 * Windows editors (BOM), or one whose first line follows the last one of another.
 */
async function readCertificates(path: string, signal: AbortSignal | undefined) {
  const text = await readTlsFile(path, signal);
  const parts = text.split(/(?=-----BEGIN )/);
  const blocks = parts
    .filter((part) => BEGIN_CERTIFICATE.test(part))
    .map((part) => CERTIFICATE.exec(part)?.[0] ?? part);
  const [first] = blocks.map((block) => parseCertificate(path, block));
  if (first === undefined) {
    const found = PRIVATE_KEY.test(text) ? 'key' : '';
    throw tlsFileError('ERR_TLS_NOT_PEM', path, { expected: 'certificate', found });
  }
  checkValidity(path, first);
  return { pem: blocks.map((block) => `${block}\n`).join(''), first };
}

function firstLine(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  return line;
}

function parseCertificate(path: string, pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (error) {
    throw tlsFileError('ERR_TLS_NOT_PEM', path, { expected: 'certificate' }, error);
  }
}

function checkValidity(path: string, { validFromDate, validToDate }: X509Certificate): void {
  const now = Date.now();
  if (validToDate.getTime() < now) {
    throw tlsFileError('ERR_TLS_CERT_EXPIRED', path, { date: validToDate.toISOString() });
  }
  if (validFromDate.getTime() > now) {
    throw tlsFileError('ERR_TLS_CERT_EARLY', path, { date: validFromDate.toISOString() });
  }
}

function parseKey(path: string, { key, passphrase }: TlsKeyPair) {
  try {
    return createPrivateKey({ key, ...(passphrase && { passphrase }) });
  } catch (error) {
    if (!ENCRYPTED.test(key))
      throw tlsFileError('ERR_TLS_NOT_PEM', path, { expected: 'key' }, error);
    throw tlsFileError('ERR_TLS_PASSPHRASE', path, { given: passphrase ? 'yes' : 'no' }, error);
  }
}

/** OpenSSL's message has addresses and file names of its build in it; its reason is for people. */
function opensslReason(error: unknown): string {
  const { reason } = error as { reason?: unknown };
  return typeof reason === 'string' ? reason : messageOf(error);
}
