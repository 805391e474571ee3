import type { ErrorTable, ProgramErrors } from './error-table.ts';
import type { Catalogue } from '../language.ts';
import { fileReason } from './file-reasons.ts';
import { formatDuration } from '../arguments/options.ts';

const KIND = {
  id: { certificate: 'sertifikat', key: 'kunci privat', passphrase: 'berkas kata sandi' } as Record<
    string,
    string
  >,
  en: { certificate: 'certificate', key: 'private key', passphrase: 'passphrase file' } as Record<
    string,
    string
  >,
};

/**
 * Of programs that read certificates and keys: those that cannot be used.
 * @param command makes a new certificate: the remedy for most of them
 */
export function tlsMaterialErrors(command: string): ProgramErrors {
  return {
    exitCodes: {
      17: {
        id: 'sertifikat atau kunci TLS tidak dapat dipakai',
        en: 'a TLS certificate or key cannot be used',
      },
    },
    errors: errorsWith({
      id: `Buat sertifikat baru: ${command}`,
      en: `Make a new certificate: ${command}`,
    }),
  };
}

const errorsWith = (anew: Catalogue<string>) =>
  ({
    ERR_TLS_FILE: {
      exitCode: 17,
      id: ({ path, reason, holds }) => ({
        message: `Berkas TLS ${path} tidak dapat dibaca (${fileReason('id', reason)}).`,
        remedies: [
          'Periksa nama, folder, dan izin akses berkas itu.',
          holds === 'authority'
            ? 'CA dibuat di komputer server: salin certificates/ca.pem dari sana.'
            : anew.id,
        ],
      }),
      en: ({ path, reason, holds }) => ({
        message: `The TLS file ${path} cannot be read (${fileReason('en', reason)}).`,
        remedies: [
          'Check its name, its folder and its permissions.',
          holds === 'authority'
            ? "The CA was made on the server's machine: copy certificates/ca.pem from there."
            : anew.en,
        ],
      }),
    },
    ERR_TLS_FILE_SILENT: {
      exitCode: 17,
      id: ({ path, ms }) => ({
        message: `Isi berkas TLS ${path} tidak terbaca seluruhnya dalam ${formatDuration(Number(ms))}.`,
        remedies: [
          'Pipa (FIFO) atau terminal hanya berisi apa yang ditulis ke dalamnya: jalankan program penulisnya sampai selesai.',
          'Gunakan berkas biasa, atau (di bash, tanpa Nx) keluaran sebuah perintah: --key <(perintah)',
        ],
      }),
      en: ({ path, ms }) => ({
        message: `The TLS file ${path} could not be read to its end within ${formatDuration(Number(ms))}.`,
        remedies: [
          'A pipe (FIFO) or a terminal holds only what is written to it: run the program that writes to it, until it ends.',
          'Or use a plain file, or (in bash, without Nx) the output of a command: --key <(command)',
        ],
      }),
    },
    ERR_TLS_SECRET_WRITABLE: {
      exitCode: 17,
      id: ({ path, holds }) => ({
        message: `Isi ${KIND.id[String(holds)]} ${path} dapat diubah pengguna lain, jadi tidak dipakai.`,
        remedies: [
          `Batasi izin akses untuk Anda sendiri: chmod 600 ${path}`,
          'Bila izinnya tidak berubah (/mnt/c di WSL, flash disk), salin dahulu berkas itu ke folder home Anda.',
          'Bila berkas itu mungkin sudah diubah orang lain, buat yang baru.',
        ],
      }),
      en: ({ path, holds }) => ({
        message: `Other users can change the ${KIND.en[String(holds)]} ${path}, so it is not used.`,
        remedies: [
          `Let only yourself change it: chmod 600 ${path}`,
          'If its permissions stay the same (/mnt/c in WSL, a USB stick), copy it to your home folder first.',
          'If somebody may have changed it already, make a new one.',
        ],
      }),
    },
    ERR_TLS_NOT_PEM: {
      exitCode: 17,
      id: ({ path, expected, found }) =>
        found
          ? {
              message: `${path} berisi ${KIND.id[String(found)]}, bukan ${KIND.id[String(expected)]}.`,
              remedies: [
                'Kunci privat tersimpan di berkas …-key.pem; sertifikatnya di berkas dengan nama yang sama tanpa -key.',
              ],
            }
          : {
              message: `${path} bukan ${KIND.id[String(expected)]} dalam format PEM.`,
              remedies: [
                'Berkas PEM adalah teks yang memuat baris "-----BEGIN …-----".',
                `Ubah dari format DER: openssl ${expected === 'key' ? 'pkey' : 'x509'} -inform der -in ${path} -out baru.pem`,
              ],
            },
      en: ({ path, expected, found }) =>
        found
          ? {
              message: `${path} holds a ${KIND.en[String(found)]}, not a ${KIND.en[String(expected)]}.`,
              remedies: [
                'The private key is in the file …-key.pem; its certificate is in the file of the same name without -key.',
              ],
            }
          : {
              message: `${path} is not a ${KIND.en[String(expected)]} in the PEM format.`,
              remedies: [
                'A PEM file is text with a line "-----BEGIN …-----".',
                `Convert it from the DER format: openssl ${expected === 'key' ? 'pkey' : 'x509'} -inform der -in ${path} -out new.pem`,
              ],
            },
    },
    ERR_TLS_CERT_EXPIRED: {
      exitCode: 17,
      id: ({ path, date }) => ({
        message: `Sertifikat ${path} sudah kedaluwarsa sejak ${date}.`,
        remedies: [anew.id, 'Periksa juga tanggal dan jam komputer ini.'],
      }),
      en: ({ path, date }) => ({
        message: `The certificate ${path} expired on ${date}.`,
        remedies: [anew.en, 'Check the date and time of this machine too.'],
      }),
    },
    ERR_TLS_CERT_EARLY: {
      exitCode: 17,
      id: ({ path, date }) => ({
        message: `Sertifikat ${path} baru berlaku mulai ${date}.`,
        remedies: ['Periksa tanggal dan jam komputer ini.'],
      }),
      en: ({ path, date }) => ({
        message: `The certificate ${path} is not valid before ${date}.`,
        remedies: ['Check the date and time of this machine.'],
      }),
    },
    ERR_TLS_PASSPHRASE: {
      exitCode: 17,
      id: ({ path, given }) => ({
        message:
          given === 'yes'
            ? `Kata sandi untuk kunci privat ${path} salah.`
            : `Kunci privat ${path} terenkripsi dan memerlukan kata sandi.`,
        remedies: [
          'Simpan kata sandinya di sebuah berkas, lalu tambahkan: --passphrase-file <berkas>',
          `Atau simpan kuncinya tanpa enkripsi: openssl pkey -in ${path} -out terbuka.pem`,
        ],
      }),
      en: ({ path, given }) => ({
        message:
          given === 'yes'
            ? `The passphrase of the key ${path} is wrong.`
            : `The key ${path} is encrypted and needs a passphrase.`,
        remedies: [
          'Save the passphrase in a file, then add: --passphrase-file <file>',
          `Or save the key without encryption: openssl pkey -in ${path} -out plain.pem`,
        ],
      }),
    },
    ERR_TLS_KEY_MISMATCH: {
      exitCode: 17,
      id: ({ path, cert }) => ({
        message: `Kunci privat ${path} tidak cocok dengan sertifikat ${cert}.`,
        remedies: ['Gunakan --cert dan --key yang dibuat bersamaan.', anew.id],
      }),
      en: ({ path, cert }) => ({
        message: `The key ${path} does not belong to the certificate ${cert}.`,
        remedies: ['Use a --cert and --key that were made together.', anew.en],
      }),
    },
    ERR_TLS_MATERIAL: {
      exitCode: 17,
      id: ({ path, reason }) => ({
        message: `Sertifikat ${path} tidak dapat dipakai (OpenSSL: ${reason}).`,
        remedies: [anew.id],
      }),
      en: ({ path, reason }) => ({
        message: `The certificate ${path} cannot be used (OpenSSL: ${reason}).`,
        remedies: [anew.en],
      }),
    },
  }) satisfies ErrorTable;
