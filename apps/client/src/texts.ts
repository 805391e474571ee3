import { PROGRAM_TEXTS, type Catalogue, type ProgramTexts } from '@praktikum/service';
import { DOCTOR_TEXTS, type DoctorTexts } from './doctor/texts.ts';
import { SEND_TEXTS, type SendTexts } from './send/texts.ts';
import { SWARM_TEXTS, type SwarmTexts } from './swarm/texts.ts';
import { TLS_TEXTS, type TlsTexts } from './tls/texts.ts';

/** The guide's own lines: the same in every language. */
export const GUIDE_LINES = {
  connecting: (host: string, port: number) => `Menghubungkan ke ${host} port ${port}`,
  sending: (message: string) => `Mengirim: ${message}`,
  received: (text: string) => `Diterima: ${text}`,
  closing: 'Menutup koneksi',
};

/** All that the client says, beside the guide's lines. */
export interface Texts extends ProgramTexts {
  readonly description: string;
  readonly timeout: string;
  readonly logLevel: string;
  readonly json: string;
  readonly tls: TlsTexts;
  readonly send: SendTexts;
  readonly swarm: SwarmTexts;
  readonly doctor: DoctorTexts;
}

export const TEXTS: Catalogue<Texts> = {
  id: {
    ...PROGRAM_TEXTS.id,
    description:
      'Client TCP dan UDP dari Langkah 3 panduan: mengirim pesan dan menampilkan seluruh jawabannya. ' +
      'Perintah lain: menjalankan banyak client sekaligus, dan memeriksa koneksi.',
    timeout: 'batas waktu menunggu koneksi, dan batas waktu server tidak mengirim apa pun',
    logLevel: 'debug menampilkan letak kesalahan yang tidak terduga di dalam program',
    json: 'cetak hasil sebagai satu dokumen JSON ke stdout',
    tls: TLS_TEXTS.id,
    send: SEND_TEXTS.id,
    swarm: SWARM_TEXTS.id,
    doctor: DOCTOR_TEXTS.id,
  },
  en: {
    ...PROGRAM_TEXTS.en,
    description:
      'The TCP and UDP client of step 3 of the guide: it sends a message and shows the whole answer. ' +
      'Other commands: run many clients at once, and check a connection.',
    timeout: 'longest wait for the connection, and longest silence of the server',
    logLevel: 'debug shows where an unexpected error came from',
    json: 'print the result as one JSON document to stdout',
    tls: TLS_TEXTS.en,
    send: SEND_TEXTS.en,
    swarm: SWARM_TEXTS.en,
    doctor: DOCTOR_TEXTS.en,
  },
};
