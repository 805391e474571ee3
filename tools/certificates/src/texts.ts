import { PROGRAM_TEXTS, type Catalogue, type ProgramTexts } from '@praktikum/service';

/** All that this tool says. */
export interface Texts extends ProgramTexts {
  readonly description: string;
  readonly options: Record<'host' | 'client' | 'out' | 'days' | 'force' | 'newCa', string>;
  readonly caMade: (path: string) => string;
  readonly caKept: (path: string) => string;
  readonly serverMade: (path: string, names: string) => string;
  readonly clientMade: (path: string, name: string) => string;
  readonly keysStayHere: string;
  readonly server: string;
  readonly client: string;
  readonly named: (name: string) => string;
  readonly trust: string;
}

export const TEXTS: Catalogue<Texts> = {
  id: {
    ...PROGRAM_TEXTS.id,
    description:
      'Membuat CA laboratorium, serta sertifikat TLS untuk server dan client praktikum. CA cukup dibuat ' +
      'sekali; CA itu menandatangani semua sertifikat berikutnya.',
    options: {
      host: 'nama atau alamat server selain localhost; boleh diulang (bawaan: semua nama dan alamat komputer ini)',
      client: 'buat sertifikat untuk client dengan nama ini; boleh diulang',
      out: 'folder penyimpanan',
      days: 'masa berlaku dalam hari',
      force: 'ganti sertifikat server dan client yang sudah ada',
      newCa: 'buat juga CA baru; program yang memercayai CA lama harus diberi CA baru',
    },
    caMade: (path) => `CA laboratorium dibuat: ${path}`,
    caKept: (path) => `Memakai CA yang sudah ada: ${path}`,
    serverMade: (path, names) => `Sertifikat server dibuat: ${path} (${names})`,
    clientMade: (path, name) => `Sertifikat client dibuat: ${path} (${name})`,
    keysStayHere:
      'Berkas …-key.pem bersifat rahasia: jangan menyalin, mengirim, atau memasukkannya ke Git. Bagikan hanya ca.pem.',
    server: 'Server:',
    client: 'Client:',
    named: (name) => `Client sebagai ${name} (server dengan --client-cert):`,
    trust: 'Agar program lain juga memercayai CA ini (hanya di komputer praktikum):',
  },
  en: {
    ...PROGRAM_TEXTS.en,
    description:
      'Makes a lab CA, and TLS certificates for the servers and clients of the practicum. The CA is ' +
      'made once; it signs all later certificates.',
    options: {
      host: 'name or address of the server besides localhost; may be repeated (default: all names and addresses of this machine)',
      client: 'make a certificate for a client of this name; may be repeated',
      out: 'folder for the certificates',
      days: 'validity in days',
      force: 'replace existing server and client certificates',
      newCa: 'also make a new CA; programs that trust the old one need the new one',
    },
    caMade: (path) => `Lab CA made: ${path}`,
    caKept: (path) => `Using the existing CA: ${path}`,
    serverMade: (path, names) => `Server certificate made: ${path} (${names})`,
    clientMade: (path, name) => `Client certificate made: ${path} (${name})`,
    keysStayHere:
      'The files …-key.pem are secret: do not copy them, send them or put them into Git. Share only ca.pem.',
    server: 'Server:',
    client: 'Client:',
    named: (name) => `Client as ${name} (server with --client-cert):`,
    trust: 'To make other programs trust this CA too (only on machines of the lab):',
  },
};
