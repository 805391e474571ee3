import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  issueCertificate,
  type CertificateRequest,
  type IssuedCertificate,
} from '@praktikum/certificate-authority';

export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
}

const HOUR_MS = 3_600_000;

/** A CA and certificates of its own, in a folder that is gone after the test. */
export class TestCertificates {
  readonly folder: string;
  /** Path of the CA's certificate. */
  readonly ca: string;
  /** For localhost and its addresses. */
  readonly server: CertificateFiles;
  readonly #authority: IssuedCertificate;

  static async create(): Promise<TestCertificates> {
    const folder = await mkdtemp(join(tmpdir(), 'certificates-'));
    const authority = await issueCertificate({ use: 'ca', commonName: 'Test CA', ...aroundNow() });
    const certificates = new TestCertificates(folder, authority);
    await certificates.write('ca', authority);
    await certificates.issue('server', { names: ['localhost', '127.0.0.1', '::1'] });
    return certificates;
  }

  private constructor(folder: string, authority: IssuedCertificate) {
    this.folder = folder;
    this.#authority = authority;
    this.ca = this.path('ca.pem');
    this.server = this.files('server');
  }

  /** What a server is given to speak TLS with the certificate of this name. */
  serverArguments(name = 'server'): string[] {
    const { cert, key } = this.files(name);
    return ['--tls', '--cert', cert, '--key', key];
  }

  /** The CA's certificate, PEM, for a client that trusts it. */
  get authorities(): Promise<string> {
    return readFile(this.ca, 'utf8');
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  files(name: string): CertificateFiles {
    return { cert: this.path(`${name}.pem`), key: this.path(`${name}-key.pem`) };
  }

  /** Issues and writes one more certificate; by default for a server, valid now. */
  async issue(name: string, request: Partial<CertificateRequest> = {}): Promise<CertificateFiles> {
    const defaults = { use: 'server', commonName: name, issuer: this.#authority } as const;
    return this.write(name, await issueCertificate({ ...defaults, ...aroundNow(), ...request }));
  }

  async write(name: string, { cert, key }: IssuedCertificate): Promise<CertificateFiles> {
    const files = this.files(name);
    await writeFile(files.cert, cert);
    await writeFile(files.key, key, { mode: 0o600 });
    return files;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

function aroundNow(): Pick<CertificateRequest, 'notBefore' | 'notAfter'> {
  const now = Date.now();
  return { notBefore: new Date(now - HOUR_MS), notAfter: new Date(now + HOUR_MS) };
}
