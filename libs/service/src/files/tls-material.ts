import { createPrivateKey, X509Certificate } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { CodedError, codeOf, escapeControls, messageOf } from '@praktikum/protocol';
import { openInput } from './open-input.ts';

/** Where a certificate and its private key are. */
export interface TlsKeyPairFiles {
  readonly cert: string;
  readonly key: string;
  /** Holds the passphrase of an encrypted key, on its first line. */
  readonly passphraseFile?: string;
}

/** A certificate (and its chain behind it) and its private key, PEM, known to belong together. */
export interface TlsKeyPair {
  readonly cert: string;
  readonly key: string;
  readonly passphrase?: string;
}

/** Everybody may read: the key is no secret on this machine. Not known of Windows' files. */
const READABLE_BY_ALL = 0o004;

/**
 * Largest file of certificates or keys; all the CAs of a system take a quarter of it.
 * @unit bytes
 * @protects a start that reads `/dev/zero`, or the wrong file, into memory
 * @provenBy ./tls-material.spec.ts: reads no more of a file than certificates can be
 */
const MAX_FILE_BYTES = 1024 * 1024;

const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const ENCRYPTED = /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m;

/**
 * Reads a certificate and its key and makes sure that they can be used.
 * @throws CodedError `ERR_TLS_FILE`, `ERR_TLS_NOT_PEM`, `ERR_TLS_CERT_EXPIRED`, `ERR_TLS_CERT_EARLY`,
 *   `ERR_TLS_PASSPHRASE`, `ERR_TLS_KEY_MISMATCH`, `ERR_TLS_MATERIAL`
 */
export async function readTlsKeyPair(files: TlsKeyPairFiles): Promise<TlsKeyPair> {
  const cert = await readPem(files.cert, CERTIFICATE, 'certificate');
  const certificate = parseCertificate(files.cert, cert);
  checkValidity(files.cert, certificate);
  const key = await readPem(files.key, PRIVATE_KEY, 'key');
  const passphrase = files.passphraseFile && (await readPassphrase(files.passphraseFile));
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
 * @throws CodedError `ERR_TLS_FILE`, `ERR_TLS_NOT_PEM`, `ERR_TLS_CERT_EXPIRED`, `ERR_TLS_CERT_EARLY`
 */
export async function readAuthorities(path: string): Promise<string> {
  const pem = await readPem(path, CERTIFICATE, 'certificate');
  checkValidity(path, parseCertificate(path, pem));
  return pem;
}

/** Whether every user of this machine can read a file. */
export async function isReadableByAll(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  return process.platform !== 'win32' && (mode & READABLE_BY_ALL) !== 0;
}

async function readPem(
  path: string,
  pattern: RegExp,
  expected: 'certificate' | 'key',
): Promise<string> {
  const pem = await readText(path);
  if (!pattern.test(pem)) throw tlsFileError('ERR_TLS_NOT_PEM', path, { expected });
  return pem;
}

async function readPassphrase(path: string): Promise<string> {
  const [line = ''] = (await readText(path)).split(/\r?\n/, 1);
  return line;
}

async function readText(path: string): Promise<string> {
  let text = '';
  try {
    // PEM is ASCII; whatever else is in there stays what it is.
    for await (const part of openInput(path).stream.setEncoding('latin1')) {
      text += part as string;
      if (text.length > MAX_FILE_BYTES)
        throw new CodedError('ERR_TOO_LARGE', `${path} is too large`);
    }
  } catch (error) {
    throw tlsFileError('ERR_TLS_FILE', path, { reason: codeOf(error) }, error);
  }
  return text;
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

function tlsFileError(
  code: string,
  path: string,
  details: Readonly<Record<string, string>>,
  cause?: unknown,
): CodedError {
  return new CodedError(code, `${path}: ${code}`, {
    cause,
    details: { path: escapeControls(path), ...details },
  });
}
