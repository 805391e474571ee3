import type { Catalogue } from '@praktikum/protocol';
import type { LabelTexts } from './label-texts.ts';

/** Labels of datagrams, which libs/capture does not give. */
export const DATAGRAM_LABELS: Catalogue<LabelTexts> = {
  id: {
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
