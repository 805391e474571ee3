import { hostname } from 'node:os';
import {
  issueCertificate,
  type CertificateRequest,
  type IssuedCertificate,
} from '@praktikum/certificate-authority';
import { ownAddresses, type ExposedSecret } from '@praktikum/service';
import {
  certificatePaths,
  loadCertificate,
  refuseToOverwrite,
  saveCertificate,
  type CertificatePaths,
} from './certificate-files.ts';

export interface CreateOptions {
  /** Folder for all files. */
  readonly out: string;
  /** Names and addresses of the server, beside localhost. Empty: all of this machine. */
  readonly hosts: readonly string[];
  /** Names of clients, each with a certificate of its own. */
  readonly clients: readonly string[];
  /** How long server and client certificates hold. */
  readonly days: number;
  /** Replace server and client certificates that are there. */
  readonly force: boolean;
  /** Replace the CA too: whoever trusted the old one has to trust the new one. */
  readonly newCa: boolean;
}

export interface CreatedCertificates {
  readonly ca: CertificatePaths;
  /** False when an earlier run had made it. */
  readonly caIsNew: boolean;
  /** The CA's key, where every user of this machine can read it. */
  readonly exposed: readonly ExposedSecret[];
  readonly server?: CertificatePaths & { readonly names: readonly string[] };
  readonly clients: readonly (CertificatePaths & { readonly name: string })[];
}

/** Some systems take no certificate that holds longer (Apple, since 2019). */
export const MAX_DAYS = 825;
const CA_DAYS = 3650;
const DAY_MS = 86_400_000;

/** Clocks of lab machines differ: what is made now holds since an hour. */
const CLOCK_SKEW_MS = 3_600_000;

/** File names that a client cannot have. */
export const RESERVED_NAMES = ['ca', 'server'];

/**
 * Makes a CA (once), a certificate for the server and one for each client, and saves them. Without
 * hosts and with clients only the clients' are made.
 * @throws CodedError `ERR_TLS_EXISTS`, `ERR_FILE`, `ERR_TLS_FILE_SILENT`, `ERR_TLS_SECRET_WRITABLE`
 */
export async function createCertificates(options: CreateOptions): Promise<CreatedCertificates> {
  const { out, hosts, clients, days, force } = options;
  const wantsServer = hosts.length > 0 || clients.length === 0;
  const serverPaths = certificatePaths(out, 'server');
  const clientPaths = clients.map((name) => ({ name, ...certificatePaths(out, name) }));
  if (!force) await refuseToOverwrite([...(wantsServer ? [serverPaths] : []), ...clientPaths]);
  const ca = await authority(options);
  const validity = validFor(days);
  const names = serverNames(hosts);
  if (wantsServer) {
    const request = { use: 'server', commonName: names[0]!, names, ...validity } as const;
    await issueAndSave(out, serverPaths, { ...request, issuer: ca.issued });
  }
  for (const { name, ...paths } of clientPaths) {
    const request = { use: 'client', commonName: name, ...validity } as const;
    await issueAndSave(out, paths, { ...request, issuer: ca.issued });
  }
  return {
    ca: ca.paths,
    caIsNew: ca.isNew,
    exposed: ca.exposed,
    ...(wantsServer ? { server: { ...serverPaths, names } } : {}),
    clients: clientPaths,
  };
}

async function authority({ out, force, newCa }: CreateOptions): Promise<{
  readonly paths: CertificatePaths;
  readonly issued: IssuedCertificate;
  readonly isNew: boolean;
  readonly exposed: readonly ExposedSecret[];
}> {
  const paths = certificatePaths(out, 'ca');
  if (newCa && !force) await refuseToOverwrite([paths]);
  const known = newCa ? undefined : await loadCertificate(paths);
  if (known !== undefined) return { paths, ...known, isNew: false };
  const commonName = `Praktikum Jaringan CA (${hostname()})`;
  const issued = await issueAndSave(out, paths, { use: 'ca', commonName, ...validFor(CA_DAYS) });
  return { paths, issued, isNew: true, exposed: [] };
}

async function issueAndSave(
  folder: string,
  paths: CertificatePaths,
  request: CertificateRequest,
): Promise<IssuedCertificate> {
  const issued = await issueCertificate(request);
  await saveCertificate(folder, paths, issued);
  return issued;
}

function validFor(days: number): Pick<CertificateRequest, 'notBefore' | 'notAfter'> {
  const notBefore = new Date(Date.now() - CLOCK_SKEW_MS);
  return { notBefore, notAfter: new Date(notBefore.getTime() + days * DAY_MS) };
}

/** A server for other machines is tried on its own one too. */
const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

function serverNames(hosts: readonly string[]): string[] {
  const given = hosts.length > 0 ? hosts : ['localhost', hostname(), ...ownAddresses()];
  return [...new Set([...given, ...LOOPBACK])];
}
