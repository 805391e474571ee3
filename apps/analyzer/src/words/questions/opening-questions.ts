import { framesText } from '@praktikum/capture-report';
import { afterSyn, findHandshake } from '../../story/handshake.ts';
import type { Finding, Question, QuestionedCapture } from './question.ts';

/** Questions 1 to 4: who, and how the connection was opened. */
export const OPENING_QUESTIONS: readonly Question[] = [
  {
    question: {
      id: 'Alamat IP dan port client?',
      en: 'What are the IP address and port of the client?',
    },
    answer: (capture) => endpoint(capture, 'client'),
  },
  {
    question: {
      id: 'Alamat IP dan port server?',
      en: 'What are the IP address and port of the server?',
    },
    answer: (capture) => endpoint(capture, 'server'),
  },
  {
    question: {
      id: 'Nomor urut segmen SYN, dan apa yang menandainya sebagai SYN?',
      en: 'What is the sequence number of the SYN, and what identifies it as a SYN?',
    },
    answer: synAnswer,
  },
  {
    question: {
      id: 'Nomor urut SYN-ACK, nomor ack-nya dan dari mana asalnya, dan bolehkah SACK?',
      en: 'What are the sequence number and the ack of the SYN-ACK, how was the ack determined, and is SACK permitted?',
    },
    answer: synAckAnswer,
  },
];

function endpoint({ story }: QuestionedCapture, end: 'client' | 'server'): Finding {
  const { syn, synAck } = findHandshake(story.segments);
  const shown = syn ?? synAck ?? story.segments[0];
  const address = story[end];
  const guessed = !syn && !synAck;
  const note = guessed
    ? {
        id: ' Handshake tidak terekam; client diduga sisi dengan port yang lebih besar.',
        en: ' The handshake was not captured; the client is taken to be the side with the larger port.',
      }
    : { id: '', en: '' };
  return {
    text: { id: [`${address}.${note.id}`], en: [`${address}.${note.en}`] },
    frames: shown ? [shown.frame] : [],
    data: { address, guessed },
  };
}

const NOT_CAPTURED = {
  id: 'tidak terekam: perekaman dimulai setelah koneksi dibuka. Mulailah merekam sebelum client.',
  en: 'was not captured: the capture began after the connection was opened. Start it before the client.',
};

function synAnswer({ story }: QuestionedCapture): Finding {
  const { syn, repeated } = findHandshake(story.segments);
  if (!syn) {
    const text = { id: [`SYN ${NOT_CAPTURED.id}`], en: [`The SYN ${NOT_CAPTURED.en}`] };
    return { text, frames: [], missing: true };
  }
  const again = repeated.length > 0;
  const raw = syn.rawSequence;
  return {
    text: {
      id: [
        `${raw}, ditampilkan relatif sebagai 0. Flag SYN = 1 dan ACK = 0 menandainya.` +
          (again ? ` SYN dikirim ulang di ${framesText(repeated)}.` : ''),
      ],
      en: [
        `${raw}, shown relative as 0. The flags SYN = 1 and ACK = 0 identify it.` +
          (again ? ` It was sent again in ${framesText(repeated)}.` : ''),
      ],
    },
    frames: [syn.frame, ...repeated],
    data: { raw, relative: 0 },
  };
}

function synAckAnswer({ story }: QuestionedCapture): Finding {
  const { syn, synAck } = findHandshake(story.segments);
  if (!synAck) {
    const refused = story.conversation.lifecycle.reset?.cause === 'refused';
    const text = refused
      ? {
          id: ['Tidak ada: server menolak dengan RST.'],
          en: ['There is none: the server refused with RST.'],
        }
      : { id: [`SYN-ACK ${NOT_CAPTURED.id}`], en: [`The SYN-ACK ${NOT_CAPTURED.en}`] };
    return { text, frames: [], missing: !refused };
  }
  const { rawSequence: seq, rawAcknowledgement: ack } = synAck;
  const client = (ack - 1) >>> 0;
  const permitted = synAck.options?.sackPermitted === true;
  const fits = syn === undefined || afterSyn(syn) === ack;
  return {
    text: {
      id: [
        `Nomor urut ${seq} (relatif 0), ack ${ack} (relatif 1): ISN client + 1 (${client} + 1), karena ` +
          `SYN memakai satu nomor.${fits ? '' : ' Itu tidak cocok dengan SYN yang terekam!'}`,
        permitted ? 'SACK diizinkan server.' : 'SACK tidak ditawarkan server.',
      ],
      en: [
        `Sequence number ${seq} (relative 0), ack ${ack} (relative 1): the client's ISN + 1 ` +
          `(${client} + 1), because the SYN takes one number.` +
          (fits ? '' : ' That does not fit the captured SYN!'),
        permitted ? 'The server permits SACK.' : 'The server does not offer SACK.',
      ],
    },
    frames: [...(syn ? [syn.frame] : []), synAck.frame],
    data: { raw: seq, relative: 0, acknowledgement: ack, sackPermitted: permitted },
  };
}
