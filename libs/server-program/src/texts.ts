import { PROGRAM_TEXTS, type Catalogue, type ProgramTexts } from '@praktikum/service';
import { CONNECTION_TEXTS, type ConnectionTexts } from './connection-texts.ts';
import { LIMITS_TEXTS, type LimitsTexts } from './limits-texts.ts';
import { TLS_TEXTS, type TlsTexts } from './tls-texts.ts';

/** What every server says, beside what every program does. */
export interface ServerTexts extends ProgramTexts {
  readonly limits: LimitsTexts;
  readonly connections: ConnectionTexts;
  readonly tls: TlsTexts;
  /** By which command it can be tried: on this machine, on another. */
  readonly tryIt: Readonly<Record<'here' | 'elsewhere', (command: string) => string>> & {
    /** No certificate is for the address by which others reach this machine. */
    readonly uncertified: (address: string) => string;
  };
}

export const SERVER_TEXTS: Catalogue<ServerTexts> = {
  id: {
    ...PROGRAM_TEXTS.id,
    limits: LIMITS_TEXTS.id,
    connections: CONNECTION_TEXTS.id,
    tls: TLS_TEXTS.id,
    tryIt: {
      here: (command) => `Cobalah dari terminal lain: ${command}   (berhenti: Ctrl-C)`,
      elsewhere: (command) => `Dari komputer lain: ${command}`,
      uncertified: (address) =>
        `Komputer lain menolak sertifikat ini: ia tidak berlaku untuk ${address}. Buat yang baru: node praktikum certificates --host localhost --host ${address} --force`,
    },
  },
  en: {
    ...PROGRAM_TEXTS.en,
    limits: LIMITS_TEXTS.en,
    connections: CONNECTION_TEXTS.en,
    tls: TLS_TEXTS.en,
    tryIt: {
      here: (command) => `Try it from another terminal: ${command}   (stop: Ctrl-C)`,
      elsewhere: (command) => `From another machine: ${command}`,
      uncertified: (address) =>
        `Other machines refuse this certificate: it is not for ${address}. Make a new one: node praktikum certificates --host localhost --host ${address} --force`,
    },
  },
};
