import type { Catalogue } from '@praktikum/protocol';
import { indonesianFault } from './fault-text.ts';

type Say = (...values: string[]) => string;

/** What the terminal and the page of a report call the same things. */
export interface Terms {
  /** Of the page, behind the name of the capture. */
  readonly title: string;
  readonly ends: Record<'client' | 'server', string>;
  /** What became of a connection by the end of the capture. */
  readonly ending: Record<
    'closed' | 'reset' | 'refused' | 'open' | 'opening' | 'closing' | 'midstream',
    string
  >;
  readonly unanswered: string;
  readonly filtered: Say;
  readonly dropped: Say;
  /** Packets of a link type that is not decoded, and those whose headers cannot be read. */
  readonly undecoded: Say;
  readonly damaged: Say;
  readonly otherwiseUnread: Say;
  readonly handshake: { readonly title: string };
  readonly exchange: { readonly title: string; readonly nothing: string; readonly note: string };
  readonly close: { readonly title: string };
  readonly unusual: { readonly title: string; readonly nothing: string };
  /** Whose questions are answered: those of the guide's report, then those that TCP labs ask. */
  readonly questions: Record<QuestionGroup, string>;
}

export type QuestionGroup = 'guide' | 'labs';

export const TERMS: Catalogue<Terms> = {
  id: {
    title: 'laporan rekaman',
    ends: { client: 'client', server: 'server' },
    ending: {
      closed: 'ditutup',
      reset: 'direset',
      refused: 'ditolak',
      open: 'terbuka',
      opening: 'dibuka',
      closing: 'menutup',
      midstream: 'di tengah',
    },
    unanswered: 'tak dijawab',
    filtered: (filter, shown, packets) =>
      `Filter ${filter}: ${shown} dari ${packets} paket. Percakapannya ditampilkan utuh.`,
    dropped: (count) =>
      `Program perekam kehilangan ${count} paket: yang tidak ada di sini bukan dihilangkan TCP.`,
    undecoded: (linkType, count) =>
      `Link type ${linkType} tidak diuraikan (${count} paket): apa yang ada di dalamnya tidak diketahui ` +
      'di sini. Cobalah Wireshark, atau rekam di antarmuka lain.',
    damaged: (linkType, count, fault) =>
      `${count} paket dengan link type ${linkType} tidak dapat dibaca (${indonesianFault(fault!)}).`,
    otherwiseUnread: (count) => `${count} paket lain tidak dapat dibaca karena sebab lain.`,
    handshake: { title: 'Handshake' },
    exchange: {
      title: 'Yang dikatakan kedua program',
      nothing: 'Tidak ada data yang dipertukarkan.',
      note:
        'TCP membawa aliran byte: satu send bukan satu segmen, dan bukan satu recv. PSH berarti ' +
        '"serahkan yang sudah ada"; ACK dapat menumpang pada data, atau menunggunya sebentar.',
    },
    close: { title: 'Penutupan' },
    unusual: { title: 'Yang tidak biasa', nothing: 'Tidak ada.' },
    questions: {
      guide: 'Pertanyaan laporan praktikum (panduan)',
      labs: 'Pertanyaan lebih lanjut',
    },
  },
  en: {
    title: 'report of a capture',
    ends: { client: 'client', server: 'server' },
    ending: {
      closed: 'closed',
      reset: 'reset',
      refused: 'refused',
      open: 'open',
      opening: 'opening',
      closing: 'closing',
      midstream: 'mid-way',
    },
    unanswered: 'unanswered',
    filtered: (filter, shown, packets) =>
      `Filter ${filter}: ${shown} of ${packets} packets. Their conversations are shown whole.`,
    dropped: (count) =>
      `The capturing program lost ${count} packets: what is missing here was not lost by TCP.`,
    undecoded: (linkType, count) =>
      `Link type ${linkType} is not decoded (${count} packets): what is in them is not known here. Try ` +
      'Wireshark, or capture on another interface.',
    damaged: (linkType, count, fault) =>
      `${count} packets of link type ${linkType} cannot be read (${fault}).`,
    otherwiseUnread: (count) => `${count} further packets cannot be read for other reasons.`,
    handshake: { title: 'The handshake' },
    exchange: {
      title: 'What the programs said',
      nothing: 'No data was exchanged.',
      note:
        'TCP carries a stream of bytes: one send is not one segment, and not one recv. PSH says ' +
        '"hand over what is there"; an ACK may ride on data, or wait a little for it.',
    },
    close: { title: 'The close' },
    unusual: { title: 'Unusual', nothing: 'Nothing.' },
    questions: {
      guide: 'The questions of the report (guide)',
      labs: 'Further questions',
    },
  },
};
