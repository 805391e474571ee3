import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from '@jest/globals';
import { createLogger } from '@praktikum/service';
import { TestCertificates } from '@praktikum/testing';
import { logHowToTry } from './log-how-to-try.ts';
import { SERVER_TEXTS } from './texts.ts';

const certificates = await TestCertificates.create();
afterAll(() => certificates.remove());
const { cert, key } = await certificates.issue('other', { names: ['localhost', '10.0.0.5'] });
const identity = { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };

const OTHERS = ['192.168.1.7', '10.0.0.5', '10.1.0.5', '10.2.0.5'];

function said(host: string, clientCert?: 'none' | 'required', others = OTHERS): string[] {
  const tls = clientCert && { clientCert, identities: [identity] as const };
  const lines: { msg: string }[] = [];
  const log = createLogger(
    { service: 'uji', language: 'en', level: 'info', format: 'json' },
    { write: (line) => void lines.push(JSON.parse(line)) },
  );
  const command = (to: string, port: number, options: string) => `client ${to} ${port}${options}`;
  logHowToTry(log, { host, port: 9000 }, tls, command, SERVER_TEXTS.en, others);
  return lines.map(({ msg }) => msg);
}

it.each(['0.0.0.0', '::'])('tells of no more than three addresses of %s', (host) => {
  expect(said(host)).toEqual([
    'Try it from another terminal: client localhost 9000   (stop: Ctrl-C)',
    'From another machine: client 192.168.1.7 9000',
    'From another machine: client 10.0.0.5 9000',
    'From another machine: client 10.1.0.5 9000',
  ]);
});

it('tells nobody else of a server for this machine alone', () => {
  expect(said('127.0.0.1')).toEqual([
    'Try it from another terminal: client 127.0.0.1 9000   (stop: Ctrl-C)',
  ]);
});

it('names what a client needs for TLS', () => {
  expect(said('::1', 'none')[0]).toContain('9000 --tls --ca certificates/ca.pem ');
  expect(said('::1', 'required')[0]).toContain('--key certificates/budi-key.pem');
});

it('names with TLS only those addresses that the certificate is for', () => {
  expect(said('0.0.0.0', 'none').slice(1)).toEqual([
    'From another machine: client 10.0.0.5 9000 --tls --ca certificates/ca.pem',
  ]);
});

it('says how to make a certificate when it is for none of the addresses', () => {
  const [, hint] = said('0.0.0.0', 'none', ['192.168.1.7']);
  expect(hint).toContain('certificates --host localhost --host 192.168.1.7');
});
