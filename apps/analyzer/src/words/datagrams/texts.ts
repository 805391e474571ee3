import type { Catalogue } from '@praktikum/service';

export interface DatagramTexts {
  readonly ladder: (stream: number) => string;
  readonly hidden: (count: number) => string;
  readonly leftOut: (count: number) => string;
  readonly answers: string;
  readonly answered: (question: number, answer: number, time: string, same: boolean) => string;
  readonly unanswered: (frames: string) => string;
  readonly nobody: (frame: number, icmp: string) => string;
  readonly icmp: (frame: number, icmp: string) => string;
  readonly note: string;
}

/** What is said of a UDP conversation. */
export const DATAGRAM_TEXTS: Catalogue<DatagramTexts> = {
  id: {
    ladder: (stream) => `Datagram stream UDP ${stream}`,
    hidden: (count) => `… ${count} datagram berikutnya tidak ditampilkan (--all menampilkannya) …`,
    leftOut: (count) => `… ${count} datagram berikutnya melampaui batas …`,
    answers: 'Pertanyaan dan jawaban',
    answered: (question, answer, time, same) =>
      `frame ${question} → ${answer}: ${time}, ${same ? 'isinya kembali' : 'isinya lain'}`,
    unanswered: (frames) => `Tanpa jawaban di rekaman ini: ${frames}.`,
    nobody: (frame, icmp) =>
      `Frame ${frame}: sistem server menjawab dengan ICMP ${icmp}: tidak ada yang mendengarkan di port UDP itu.`,
    icmp: (frame, icmp) => `Frame ${frame}: ICMP ${icmp}: datagram tidak dapat disampaikan.`,
    note:
      'UDP tidak mengenal koneksi: tidak ada handshake, ACK, pengiriman ulang, atau penutupan. Satu send ' +
      'ialah satu datagram dan satu recv; hanya sebuah jawaban menunjukkan bahwa ia sampai.',
  },
  en: {
    ladder: (stream) => `Datagrams of UDP stream ${stream}`,
    hidden: (count) => `… ${count} further datagrams are not shown (--all shows them) …`,
    leftOut: (count) => `… ${count} further datagrams beyond the limit …`,
    answers: 'Questions and answers',
    answered: (question, answer, time, same) =>
      `frame ${question} → ${answer}: ${time}, ${same ? 'the same text came back' : 'the text differs'}`,
    unanswered: (frames) => `Without an answer in this capture: ${frames}.`,
    nobody: (frame, icmp) =>
      `Frame ${frame}: the server's system answers with ICMP ${icmp}: nobody listens on that UDP port.`,
    icmp: (frame, icmp) => `Frame ${frame}: ICMP ${icmp}: a datagram could not be delivered.`,
    note:
      'UDP knows no connection: there is no handshake, no ACK, no retransmission and no close. One send is ' +
      'one datagram and one recv; only an answer shows that it arrived.',
  },
};
