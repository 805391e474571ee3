import type { Catalogue } from '@praktikum/service';
import { NUMBER_TEXTS, type NumberTexts } from '../../number-texts.ts';

/** What is said of waiting. */
export interface ThreadsTexts {
  readonly numbers: NumberTexts;
  readonly title: string;
  readonly chart: (server: string, clients: number) => string;
  readonly chartAlt: string;
  readonly output: (server: string, clients: number) => string;
  readonly waitingChart: string;
  readonly waitingAlt: string;
  readonly clientsAtOnce: (clients: number) => string;
  readonly table: (server: string) => string;
  readonly columns: Readonly<
    Record<
      | 'clients'
      | 'connecting'
      | 'median'
      | 'longest'
      | 'roundTrip'
      | 'whole'
      | 'atOnce'
      | 'answered'
      | 'failed',
      string
    >
  >;
  readonly waited: (
    server: string,
    clients: number,
    failed: number,
    median: number,
    longest: number,
  ) => string;
  readonly oneByOne: (server: string, clients: number, alone: number, together: number) => string;
  readonly served: (server: string, clients: number, atOnce: number) => string;
  readonly equal: (clients: number, answered: number) => string;
  readonly alone: (server: string, roundTrip: number) => string;
  /** Beside a bar. */
  readonly failedOf: (failed: number, clients: number) => string;
  readonly connectedLate: (server: string, clients: number, longest: number) => string;
  readonly someFailed: (server: string, clients: number, failed: number) => string;
  readonly seenWaiting: (clients: number, waited: number) => string;
  readonly seenAtOnce: (clients: number, most: number) => string;
}

export const THREADS_TEXTS: Catalogue<ThreadsTexts> = {
  id: {
    numbers: NUMBER_TEXTS.id,
    title: 'Mengapa thread',
    chart: (server, clients) => `${clients} client sekaligus di ${server}: menunggu dan dilayani`,
    chartAlt:
      'Grafik batang: setiap client satu baris dengan waktu menghubungkan, menunggu, dan dilayani.',
    output: (server, clients) => `Keluaran swarm: ${clients} client di ${server}`,
    waitingChart: 'Waktu tunggu jawaban pertama (median) menurut banyaknya client',
    waitingAlt: 'Grafik batang: median waktu tunggu untuk setiap banyaknya client.',
    clientsAtOnce: (clients) => `${clients} client`,
    table: (server) => `Waktu di ${server} menurut banyaknya client sekaligus`,
    columns: {
      clients: 'Client',
      connecting: 'Hubung, terlama',
      median: 'Tunggu, median',
      longest: 'Tunggu, terlama',
      roundTrip: 'RTT, median',
      whole: 'Total',
      atOnce: 'Dilayani serentak',
      answered: 'Jawaban',
      failed: 'Gagal',
    },
    waited: (server, clients, failed, median, longest) =>
      `Dengan ${clients} client sekaligus di ${server}, ` +
      (failed > 0 ? `${clients - failed} client yang dilayani menunggu` : 'client menunggu') +
      ' jawaban pertama ' +
      `${NUMBER_TEXTS.id.milliseconds(median)} (median), yang terlama ${NUMBER_TEXTS.id.milliseconds(longest)}.`,
    oneByOne: (server, clients, alone, together) =>
      `${clients} client di ${server}: satu per satu ${NUMBER_TEXTS.id.milliseconds(alone)}, ` +
      `sekaligus ${NUMBER_TEXTS.id.milliseconds(together)}.`,
    served: (server, clients, atOnce) =>
      `Dari ${clients} client sekaligus, ${server} melayani ${NUMBER_TEXTS.id.decimals(atOnce, 1)} client serentak, dirata-ratakan sepanjang waktu itu.`,
    equal: (clients, answered) =>
      `Yang sama: dengan ${clients} client, setiap server menjawab semua ${answered} pesan.`,
    alone: (server, roundTrip) =>
      `Satu client sendirian di ${server}: pergi-pulang satu pesan ${NUMBER_TEXTS.id.milliseconds(roundTrip)} (median).`,
    failedOf: (failed, clients) => `${failed} dari ${clients} gagal`,
    connectedLate: (server, clients, longest) =>
      `Dari ${clients} client sekaligus di ${server}, yang terakhir baru terhubung setelah ${NUMBER_TEXTS.id.milliseconds(longest)}. ` +
      'Begitulah antrean koneksi server yang penuh (listen backlog) tampak bagi client: SYN yang tidak dijawab ' +
      'dikirim lagi, untuk pertama kalinya setelah 1 detik.',
    someFailed: (server, clients, failed) =>
      `Dari ${clients} client sekaligus di ${server}, ${failed} gagal; lebih banyak tidak dicoba.`,
    seenWaiting: (clients, waited) =>
      `Dalam rekaman ${clients} client, ${waited} client baru dijawab setelah client lain pergi.`,
    seenAtOnce: (clients, most) =>
      `Dalam rekaman ${clients} client, ${most} client dilayani serentak: yang satu dijawab selagi yang lain masih dilayani.`,
  },
  en: {
    numbers: NUMBER_TEXTS.en,
    title: 'Why threads',
    chart: (server, clients) => `${clients} clients at once at ${server}: waiting and served`,
    chartAlt: 'Bar chart: one row a client with its time of connecting, waiting and being served.',
    output: (server, clients) => `Output of swarm: ${clients} clients at ${server}`,
    waitingChart: 'Wait for the first answer (median) by number of clients',
    waitingAlt: 'Bar chart: median wait for each number of clients.',
    clientsAtOnce: (clients) => (clients === 1 ? '1 client' : `${clients} clients`),
    table: (server) => `Times at ${server} by number of clients at once`,
    columns: {
      clients: 'Clients',
      connecting: 'Connect, longest',
      median: 'Wait, median',
      longest: 'Wait, longest',
      roundTrip: 'RTT, median',
      whole: 'Total',
      atOnce: 'Served at once',
      answered: 'Answers',
      failed: 'Failed',
    },
    waited: (server, clients, failed, median, longest) =>
      `With ${clients} clients at once at ${server}, ` +
      (failed > 0 ? `the ${clients - failed} that were served` : 'clients') +
      ' waited ' +
      `${NUMBER_TEXTS.en.milliseconds(median)} for their first answer (median), the longest ${NUMBER_TEXTS.en.milliseconds(longest)}.`,
    oneByOne: (server, clients, alone, together) =>
      `${clients} clients at ${server}: one after the other ${NUMBER_TEXTS.en.milliseconds(alone)}, ` +
      `at once ${NUMBER_TEXTS.en.milliseconds(together)}.`,
    served: (server, clients, atOnce) =>
      `Of ${clients} clients at once, ${server} served ${NUMBER_TEXTS.en.decimals(atOnce, 1)} at the same time, averaged over the whole time.`,
    equal: (clients, answered) =>
      `What is equal: with ${clients} clients, each server answered all ${answered} messages.`,
    alone: (server, roundTrip) =>
      `A single client at ${server}: the round trip of a message took ${NUMBER_TEXTS.en.milliseconds(roundTrip)} (median).`,
    failedOf: (failed, clients) => `${failed} of ${clients} failed`,
    connectedLate: (server, clients, longest) =>
      `Of ${clients} clients at once at ${server}, the last was connected only after ${NUMBER_TEXTS.en.milliseconds(longest)}. ` +
      'This is how a full queue of connections (listen backlog) looks to a client: a SYN that is not answered ' +
      'is sent again, for the first time after 1 second.',
    someFailed: (server, clients, failed) =>
      `Of ${clients} clients at once at ${server}, ${failed} failed; more were not tried.`,
    seenWaiting: (clients, waited) =>
      `In the capture of ${clients} clients, ${waited} were answered only after another had gone.`,
    seenAtOnce: (clients, most) =>
      `In the capture of ${clients} clients, ${most} were served at the same time: one was answered while another was still being served.`,
  },
};
