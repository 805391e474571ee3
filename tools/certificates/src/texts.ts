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
      'Membuat CA laboratorium dan sertifikat TLS untuk server dan client praktikum. CA dibuat ' +
      'sekali dan menandatangani semua sertifikat berikutnya.',
    options: {
      host: 'nama atau alamat server selain localhost; boleh berulang (bawaan: semua milik komputer ini)',
      client: 'buat sertifikat untuk client dengan nama ini; boleh berulang',
      out: 'folder tempat menyimpan',
      days: 'masa berlaku dalam hari',
      force: 'ganti sertifikat server dan client yang sudah ada',
      newCa: 'buat juga CA yang baru; semua yang memercayai CA lama harus memercayai yang baru',
    },
    caMade: (path) => `CA laboratorium dibuat: ${path}`,
    caKept: (path) => `CA yang sudah ada dipakai: ${path}`,
    serverMade: (path, names) => `Sertifikat server dibuat: ${path} (${names})`,
    clientMade: (path, name) => `Sertifikat client dibuat: ${path} (${name})`,
    keysStayHere:
      'Berkas …-key.pem adalah rahasia: jangan disalin, dikirim, atau dimasukkan ke Git. Yang dibagikan hanya ca.pem.',
    server: 'Server:',
    client: 'Client:',
    named: (name) => `Client sebagai ${name} (server dengan --client-cert):`,
    trust: 'Agar program lain juga memercayai CA ini (hanya di komputer praktikum):',
  },
  en: {
    ...PROGRAM_TEXTS.en,
    description:
      'Makes a lab CA and TLS certificates for the servers and clients of the practicum. The CA is ' +
      'made once and signs all later certificates.',
    options: {
      host: 'name or address of the server beside localhost; may be repeated (default: all of this machine)',
      client: 'make a certificate for a client of this name; may be repeated',
      out: 'folder to save in',
      days: 'validity in days',
      force: 'replace server and client certificates that exist',
      newCa: 'make a new CA too; whoever trusts the old one has to trust the new one',
    },
    caMade: (path) => `Lab CA made: ${path}`,
    caKept: (path) => `The existing CA is used: ${path}`,
    serverMade: (path, names) => `Server certificate made: ${path} (${names})`,
    clientMade: (path, name) => `Client certificate made: ${path} (${name})`,
    keysStayHere:
      'The files …-key.pem are secrets: do not copy or send them, nor put them into Git. Only ca.pem is to be shared.',
    server: 'Server:',
    client: 'Client:',
    named: (name) => `Client as ${name} (server with --client-cert):`,
    trust: 'To make other programs trust this CA too (on machines of the lab only):',
  },
};
