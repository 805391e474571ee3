import { join } from 'node:path';
import type { TlsFiles } from './peers/peer.ts';
import { runTool } from './run-tool.ts';

/**
 * Makes a self-signed RSA-2048 certificate for this run.
 * @returns the files, or why there are none
 */
export async function createCertificate(folder: string): Promise<TlsFiles | string> {
  const cert = join(folder, 'cert.pem');
  const key = join(folder, 'key.pem');
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  const files = ['-subj', '/CN=localhost', '-keyout', key, '-out', cert];
  return (await runTool('openssl', ...request, ...files)) ?? { cert, key };
}
