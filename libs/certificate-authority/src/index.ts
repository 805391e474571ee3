export { issueCertificate } from './issue-certificate.ts';
export type { CertificateRequest, CertificateUse, IssuedCertificate } from './issue-certificate.ts';
