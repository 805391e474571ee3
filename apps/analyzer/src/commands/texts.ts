import { PROGRAM_TEXTS, type Catalogue, type ProgramTexts } from '@praktikum/service';
import { OUTPUT_TEXTS, type OutputTexts } from '../report/texts.ts';
import { type Words, WORDS } from '../words/words.ts';
import { CAPTURE_TEXTS, type CaptureTexts } from './capture/texts.ts';
import { EXPLAIN_TEXTS, type ExplainTexts } from './explain/texts.ts';
import { INTERFACES_TEXTS, type InterfacesTexts } from './interfaces/texts.ts';
import { LIVE_TEXTS, type LiveTexts } from './live/texts.ts';
import { QUESTIONS_TEXTS, type QuestionsTexts } from './questions/texts.ts';
import { STOPPING_TEXTS, type StoppingTexts } from './stopping/texts.ts';

/** All that the analyzer says, in its own words what more than one command says. */
export interface Texts extends ProgramTexts {
  readonly description: string;
  readonly file: string;
  readonly logLevel: string;
  readonly json: string;
  readonly filter: string;
  readonly stream: string;
  readonly packets: string;
  readonly conversations: string;
  readonly capture: CaptureTexts;
  readonly explain: ExplainTexts;
  readonly interfaces: InterfacesTexts;
  readonly live: LiveTexts;
  readonly questions: QuestionsTexts;
  readonly stopping: StoppingTexts;
  readonly outputs: OutputTexts;
  readonly words: Words;
}

export const TEXTS: Catalogue<Texts> = {
  id: {
    ...PROGRAM_TEXTS.id,
    description:
      'Membaca rekaman lalu lintas jaringan (pcap atau pcapng, boleh gzip) dari Langkah 5 panduan.',
    file: 'berkas rekaman',
    logLevel: 'debug menampilkan asal kesalahan yang tidak terduga',
    stream: 'koneksi yang dipilih, menurut nomornya (tcp.stream)',
    filter: "display filter seperti di Wireshark, misalnya --filter='tcp.port == 12345'",
    json: 'hasil sebagai satu dokumen JSON di stdout',
    packets: 'Setiap paket sebagai satu baris JSON.',
    conversations: 'Setiap koneksi TCP sebagai satu baris JSON.',
    capture: CAPTURE_TEXTS.id,
    explain: EXPLAIN_TEXTS.id,
    interfaces: INTERFACES_TEXTS.id,
    live: LIVE_TEXTS.id,
    questions: QUESTIONS_TEXTS.id,
    stopping: STOPPING_TEXTS.id,
    outputs: OUTPUT_TEXTS.id,
    words: WORDS.id,
  },
  en: {
    ...PROGRAM_TEXTS.en,
    description:
      'Reads captures of network traffic (pcap or pcapng, gzip too), for step 5 of the guide.',
    file: 'the capture file',
    logLevel: 'debug shows where an unexpected error came from',
    stream: 'the connection to look at, by its number (tcp.stream)',
    filter: "display filter as in Wireshark, such as --filter='tcp.port == 12345'",
    json: 'the result as one JSON document on stdout',
    packets: 'Every packet as one line of JSON.',
    conversations: 'Every TCP connection as one line of JSON.',
    capture: CAPTURE_TEXTS.en,
    explain: EXPLAIN_TEXTS.en,
    interfaces: INTERFACES_TEXTS.en,
    live: LIVE_TEXTS.en,
    questions: QUESTIONS_TEXTS.en,
    stopping: STOPPING_TEXTS.en,
    outputs: OUTPUT_TEXTS.en,
    words: WORDS.en,
  },
};
