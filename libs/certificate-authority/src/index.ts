export { issueCertificate } from './issue-certificate.ts';
export type { CertificateRequest, IssuedCertificate } from './issue-certificate.ts';
