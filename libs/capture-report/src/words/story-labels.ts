import type { Catalogue } from '@praktikum/protocol';
import type { LabelTexts } from './label-texts.ts';

/** Labels that the stories of apps/analyzer give, of segments and of datagrams: libs/capture does not. */
export const STORY_LABELS: Catalogue<LabelTexts> = {
  id: {
    conflicting_data: {
      name: 'nomor sama, isi lain',
      cause:
        'Nomornya sudah terekam sebelumnya, tetapi dengan byte lain: bukan pengulangan. Yang mana yang dipakai penerima, tidak terlihat di rekaman.',
    },
    unanswered: {
      name: 'tanpa jawaban',
      cause:
        'Di rekaman ini tidak ada jawabannya: datagram atau jawabannya hilang, tidak ada yang mendengarkan, ' +
        'atau programnya memang tidak menjawab. UDP tidak mengirim ulang.',
    },
    undelivered: {
      name: 'tidak tersampaikan',
      cause:
        'Sebuah sistem di jalan atau di tujuan memberi tahu bahwa datagram tidak dapat disampaikan.',
    },
  },
  en: {
    conflicting_data: {
      name: 'same numbers, other bytes',
      cause:
        'Its numbers were captured before, but with other bytes: it is not a repetition. Which ones the receiver took, the capture does not show.',
    },
    unanswered: {
      name: 'no answer',
      cause:
        'This capture holds no answer: the datagram or its answer was lost, nobody listens, or the program ' +
        'does not answer. UDP sends nothing again.',
    },
    undelivered: {
      name: 'not delivered',
      cause: 'A system on the way or at the end says that a datagram could not be delivered.',
    },
  },
};
