import 'reflect-metadata'; // which the library below counts on: it has to come first
import { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
  type Extension,
} from '@peculiar/x509';

cryptoProvider.set(webcrypto as Crypto);

/** A certificate and its private key, both PEM. */
export interface IssuedCertificate {
  readonly cert: string;
  /** PKCS #8, not encrypted. */
  readonly key: string;
}

/** What a certificate is for. A CA signs others; server and client prove who they are. */
type CertificateUse = 'ca' | 'server' | 'client';

export interface CertificateRequest {
  readonly use: CertificateUse;
  /** Subject common name: shown to people. Programs look at `names`. */
  readonly commonName: string;
  /** Host names and IP addresses it holds for (subject alternative names, RFC 6125). */
  readonly names?: readonly string[];
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Whose key signs it; without one it is signed by its own key. */
  readonly issuer?: IssuedCertificate;
}

/** ECDSA on P-256: small, fast, and known to every program that speaks TLS 1.2. */
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** Bits of a serial number: unguessable and positive (RFC 5280 section 4.1.2.2). */
const SERIAL_BYTES = 16;

/** Makes a key pair and a certificate for it. */
export async function issueCertificate(request: CertificateRequest): Promise<IssuedCertificate> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const issuer = request.issuer && new X509Certificate(request.issuer.cert);
  const subject = [{ CN: [request.commonName] }];
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject,
    issuer: issuer?.subjectName ?? subject,
    notBefore: request.notBefore,
    notAfter: request.notAfter,
    publicKey: keys.publicKey,
    signingKey: request.issuer ? await importKey(request.issuer.key) : keys.privateKey,
    signingAlgorithm: ALGORITHM,
    extensions: [
      ...extensionsFor(request),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer?.publicKey ?? keys.publicKey),
    ],
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    cert: `${certificate.toString('pem')}\n`,
    key: `${PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n`,
  };
}

function extensionsFor({ use, names = [] }: CertificateRequest): Extension[] {
  if (use === 'ca') {
    return [
      // No further CA below this one.
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ];
  }
  const purpose = use === 'server' ? ExtendedKeyUsage.serverAuth : ExtendedKeyUsage.clientAuth;
  const extensions = [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension([purpose]),
  ];
  if (names.length === 0) return extensions;
  const alternatives = names.map((value) => ({
    type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const),
    value,
  }));
  return [...extensions, new SubjectAlternativeNameExtension(alternatives)];
}

function serialNumber(): string {
  const bytes = webcrypto.getRandomValues(Buffer.alloc(SERIAL_BYTES));
  bytes[0] = (bytes[0]! & 0x7f) | 0x40; // positive, and without a leading zero byte
  return bytes.toString('hex');
}

async function importKey(pem: string): Promise<CryptoKey> {
  const [pkcs8] = PemConverter.decode(pem);
  return webcrypto.subtle.importKey('pkcs8', pkcs8!, ALGORITHM, false, ['sign']);
}
