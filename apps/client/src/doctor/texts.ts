import type { Catalogue } from '@praktikum/service';
import type { Check, Finding } from './check.ts';
import { FINDING_TEXTS, type ExplainedFinding } from './findings.ts';

export interface DoctorTexts {
  /** One line, for the list of commands. */
  readonly summary: string;
  readonly description: string;
  readonly timeout: string;
  readonly udp: string;
  readonly title: (host: string, port: number) => string;
  readonly checks: Record<Check['name'], string>;
  /** What a check has found, in words. */
  readonly finding: (finding: Finding) => ExplainedFinding;
  readonly well: string;
  readonly unwell: (problems: number) => string;
  readonly remedies: string;
}

export const DOCTOR_TEXTS: Catalogue<DoctorTexts> = {
  id: {
    summary: 'periksa mengapa server tidak dapat dijangkau',
    description:
      'Memeriksa langkah demi langkah mengapa server tidak dapat dijangkau: nama, alamat, koneksi, ' +
      'layanan, program yang memakai port, dan firewall.',
    timeout: 'batas waktu satu langkah pemeriksaan',
    udp: 'periksa layanan UDP, bukan TCP',
    title: (host, port) => `Memeriksa ${host} port ${port}`,
    checks: {
      name: 'Nama',
      families: 'IPv4 dan IPv6',
      connection: 'Koneksi TCP',
      udp: 'UDP',
      tls: 'TLS',
      service: 'Layanan',
      others: 'Dari komputer lain',
      listener: 'Program di komputer ini',
      firewall: 'Firewall komputer ini',
    },
    finding: FINDING_TEXTS.id,
    well: 'Kesimpulan: tidak ada masalah.',
    unwell: (problems) => `Kesimpulan: ada ${problems} masalah.`,
    remedies: 'Yang dapat dilakukan:',
  },
  en: {
    summary: 'check why a server cannot be reached',
    description:
      'Checks step by step why a server cannot be reached: name, addresses, connection, service, ' +
      'the program that holds the port, and the firewall.',
    timeout: 'time limit of one step of the check',
    udp: 'check a UDP service, not TCP',
    title: (host, port) => `Checking ${host} port ${port}`,
    checks: {
      name: 'Name',
      families: 'IPv4 and IPv6',
      connection: 'TCP connection',
      udp: 'UDP',
      tls: 'TLS',
      service: 'Service',
      others: 'From other machines',
      listener: 'Program on this machine',
      firewall: 'Firewall of this machine',
    },
    finding: FINDING_TEXTS.en,
    well: 'Verdict: no problems.',
    unwell: (problems) => `Verdict: ${problems} ${problems === 1 ? 'problem' : 'problems'}.`,
    remedies: 'What you can do:',
  },
};
