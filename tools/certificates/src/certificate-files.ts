import { access, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IssuedCertificate } from '@praktikum/certificate-authority';
import { CodedError, codeOf, escapeControls } from '@praktikum/protocol';
import {
  makeFolder,
  readTlsFile,
  readTlsSecret,
  replaceFile,
  type ExposedSecret,
} from '@praktikum/service';

/** The two files of one certificate. */
export interface CertificatePaths {
  readonly cert: string;
  readonly key: string;
}

/** Who else is on the machine must not read a private key. */
const KEY_MODE = 0o600;
const CERTIFICATE_MODE = 0o644;

/** `server` in `certificates` is `certificates/server.pem` and `certificates/server-key.pem`. */
export function certificatePaths(folder: string, name: string): CertificatePaths {
  return { cert: join(folder, `${name}.pem`), key: join(folder, `${name}-key.pem`) };
}

/**
 * Writes a certificate and its key, each whole or not at all, over files that are there already.
 * @throws CodedError `ERR_FILE`
 */
export async function saveCertificate(
  folder: string,
  { cert, key }: CertificatePaths,
  issued: IssuedCertificate,
): Promise<void> {
  await makeFolder(folder);
  await writeAnew(key, issued.key, KEY_MODE);
  await writeAnew(cert, issued.cert, CERTIFICATE_MODE);
}

/** What an earlier run has saved. */
interface LoadedCertificate {
  readonly issued: IssuedCertificate;
  /** Its key, where every user of this machine can read it. */
  readonly exposed: readonly ExposedSecret[];
}

/**
 * Reads what an earlier run has saved; undefined when neither file is there.
 * @throws CodedError `ERR_FILE`, `ERR_TLS_FILE_SILENT`, `ERR_TLS_SECRET_WRITABLE`
 */
export async function loadCertificate({
  cert,
  key,
}: CertificatePaths): Promise<LoadedCertificate | undefined> {
  if (!(await exists(cert)) && !(await exists(key))) return undefined;
  const exposed: ExposedSecret[] = [];
  const issued = {
    cert: await readTlsFile(cert).catch(cannotRead),
    key: await readTlsSecret(key, 'key', exposed).catch(cannotRead),
  };
  return { issued, exposed };
}

/** @throws CodedError `ERR_TLS_EXISTS` for the first of the files that is there */
export async function refuseToOverwrite(paths: readonly CertificatePaths[]): Promise<void> {
  for (const path of paths.flatMap(({ cert, key }) => [cert, key])) {
    if (!(await exists(path))) continue;
    throw new CodedError('ERR_TLS_EXISTS', `${path} exists`, {
      details: { path: escapeControls(path) },
    });
  }
}

/** A new file has its mode from the beginning; an old one would keep its own. */
async function writeAnew(path: string, text: string, mode: number): Promise<void> {
  const temporary = `${path}.new`;
  await rm(temporary, { force: true });
  await writeFile(temporary, text, { flag: 'wx', mode }).catch(cannotWrite(path));
  await replaceFile(temporary, path).catch(cannotWrite(path));
}

/** For a file that is not there, the remedy of a server's (make a certificate) would lead in a circle. */
function cannotRead(error: unknown): never {
  if (!(error instanceof CodedError) || error.code !== 'ERR_TLS_FILE') throw error;
  const { message, details } = error;
  throw new CodedError('ERR_FILE', message, { cause: error, details });
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function cannotWrite(path: string): (error: unknown) => never {
  return (error) => {
    throw new CodedError('ERR_FILE', `${path}: ${codeOf(error)}`, {
      cause: error,
      details: { path: escapeControls(path), reason: codeOf(error) },
    });
  };
}
