import type { Catalogue } from './language.ts';

/** What every program says. A program has it in its own catalogue, beside what only it says. */
export interface ProgramTexts {
  readonly commandLine: CommandLineTexts;
  readonly endpoint: Readonly<Record<'host' | 'port' | 'sameAs', string>>;
  readonly logOptions: Readonly<Record<'level' | 'format', (words: string) => string>>;
  readonly failure: FailureTexts;
  readonly secrets: SecretTexts;
  readonly reloads: ReloadTexts;
}

/** The frame of `--help`. */
export interface CommandLineTexts {
  /** Commander's own words, and ours for them. */
  readonly words: Readonly<Record<string, string>>;
  readonly default: string;
  readonly help: string;
  readonly lang: string;
  readonly exit: string;
}

/** The frame of an explained error. */
export interface FailureTexts extends Readonly<Record<'error' | 'remedies' | 'exit', string>> {
  readonly commandMeant: (command: string) => string;
}

/** Of private keys and passphrases that every user of the machine can read. */
export interface SecretTexts {
  readonly warning: string;
  readonly exposed: Readonly<Record<'key' | 'passphrase', (path: string) => string>>;
}

/** What a reload has renewed: all workers, the certificates alone, or nothing, as there is nothing to read anew. */
export type Reloaded = 'workers' | 'certificates' | 'nothing';

/** How a reload went. */
interface ReloadTexts {
  readonly reloaded: Readonly<Record<Reloaded, string>>;
  readonly reloadFailed: (reason: string) => string;
}

export const PROGRAM_TEXTS: Catalogue<ProgramTexts> = {
  id: {
    commandLine: {
      words: {
        'Usage:': 'Pemakaian:',
        'Arguments:': 'Argumen:',
        'Options:': 'Pilihan:',
        'Commands:': 'Perintah:',
        '[options]': '[pilihan]',
        '[command]': '[perintah]',
      },
      default: 'bawaan',
      help: 'tampilkan bantuan ini',
      lang: 'bahasa keluaran: id atau en (bawaan: bahasa sistem, atau id)',
      exit: 'Status keluar:',
    },
    endpoint: { host: 'alamat atau nama', port: 'nomor port', sameAs: 'sama dengan' },
    logOptions: {
      level: (words) => `tingkat log terendah yang ditulis: ${words}`,
      format: (words) => `format log: ${words}; auto berarti pretty di terminal, selain itu json`,
    },
    failure: {
      error: 'Kesalahan',
      remedies: 'Yang dapat dilakukan',
      exit: 'status keluar',
      commandMeant: (command) => `Maksud Anda perintah ${command}?`,
    },
    secrets: {
      warning: 'Peringatan',
      exposed: {
        key: (path) =>
          `Kunci privat ${path} dapat dibaca semua pengguna komputer ini. Batasi: chmod 600 ${path}`,
        passphrase: (path) =>
          `Berkas kata sandi ${path} dapat dibaca semua pengguna komputer ini. Batasi: chmod 600 ${path}`,
      },
    },
    reloads: {
      reloaded: {
        workers: 'Worker sudah dimuat ulang; koneksi yang ada tetap berjalan.',
        certificates: 'Sertifikat sudah dibaca ulang; koneksi yang ada tetap berjalan.',
        nothing:
          'Tidak ada yang perlu dibaca ulang: server ini tanpa sertifikat, dan programnya hanya diperbarui dengan menjalankan ulang server.',
      },
      reloadFailed: (reason) => `Gagal memuat ulang; worker lama tetap melayani. ${reason}`,
    },
  },
  en: {
    commandLine: {
      words: {},
      default: 'default',
      help: 'show this help',
      lang: 'language of the output: id or en (default: the language of the system, or id)',
      exit: 'Exit status:',
    },
    endpoint: { host: 'address or name', port: 'port number', sameAs: 'the same as' },
    logOptions: {
      level: (words) => `lowest level that is logged: ${words}`,
      format: (words) =>
        `format of the log: ${words}; auto means pretty on a terminal, json elsewhere`,
    },
    failure: {
      error: 'Error',
      remedies: 'What you can do',
      exit: 'exit status',
      commandMeant: (command) => `Did you mean the command ${command}?`,
    },
    secrets: {
      warning: 'Warning',
      exposed: {
        key: (path) =>
          `Every user of this machine can read the private key ${path}. Restrict it: chmod 600 ${path}`,
        passphrase: (path) =>
          `Every user of this machine can read the passphrase file ${path}. Restrict it: chmod 600 ${path}`,
      },
    },
    reloads: {
      reloaded: {
        workers: 'The workers have been reloaded; existing connections continue.',
        certificates: 'The certificates have been read again; existing connections continue.',
        nothing:
          'There is nothing to read again: this server has no certificates, and its own program is taken anew by a restart alone.',
      },
      reloadFailed: (reason) => `The reload failed; the old workers continue to serve. ${reason}`,
    },
  },
};
