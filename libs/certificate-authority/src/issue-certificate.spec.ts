import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { issueCertificate } from './issue-certificate.ts';

const validity = {
  notBefore: new Date(Date.now() - 1000),
  notAfter: new Date(Date.now() + 60_000),
};
const ca = await issueCertificate({ use: 'ca', commonName: 'Lab CA', ...validity });
const names = ['localhost', '192.168.1.10', '::1'];
const request = { use: 'server', commonName: 'localhost', names, ...validity } as const;
const server = await issueCertificate({ ...request, issuer: ca });

describe('issueCertificate', () => {
  it('makes a CA that signs itself and others, but no further CA', () => {
    const certificate = new X509Certificate(ca.cert);
    expect(certificate.ca).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
  });

  it('makes a server certificate for names and addresses, signed by its issuer', () => {
    const certificate = new X509Certificate(server.cert);
    expect(certificate.checkIssued(new X509Certificate(ca.cert))).toBe(true);
    expect(certificate.verify(new X509Certificate(ca.cert).publicKey)).toBe(true);
    expect(certificate.ca).toBe(false);
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.checkIP('192.168.1.10')).toBe('192.168.1.10');
    expect(certificate.checkIP('::1')).toBe('::1');
    expect(certificate.checkHost('lain.example')).toBeUndefined();
    expect(certificate.toLegacyObject().ext_key_usage).toEqual(['1.3.6.1.5.5.7.3.1']);
  });

  it('says how long it holds', () => {
    const { validFromDate, validToDate } = new X509Certificate(server.cert);
    const seconds = (date: Date) => Math.floor(date.getTime() / 1000);
    expect(seconds(validFromDate)).toBe(seconds(validity.notBefore));
    expect(seconds(validToDate)).toBe(seconds(validity.notAfter));
  });

  it('gives every certificate a serial number of its own', async () => {
    const again = await issueCertificate({ ...request, issuer: ca });
    const [one, other] = [server, again].map(({ cert }) => new X509Certificate(cert).serialNumber);
    expect(one).toMatch(/^[4-7][0-9A-F]{31}$/);
    expect(other).not.toBe(one);
  });
});
