import { ACK, RST, SYN } from '@praktikum/capture';
import { countText, decimalText, framesText, msText } from '@praktikum/capture-report';
import { acknowledgementOf, mainSender } from '../../story/main-sender.ts';
import { NO_DATA } from './data-questions.ts';
import { growthAnswer } from './growth-question.ts';
import type { Finding, Question, QuestionedCapture } from './question.ts';

/** An ACK that waited as long as this was delayed on purpose (RFC 1122, section 4.2.3.2: up to 500 ms). */
const DELAYED_NS = 20e6;

/** Questions 8 to 12: windows, retransmissions, ACKs, throughput, congestion control. */
export const FLOW_QUESTIONS: readonly Question[] = [
  {
    question: {
      id: 'Window terkecil yang ditawarkan penerima, dan apakah ia menahan pengirim?',
      en: 'What is the smallest window the receiver offers, and does it hold the sender back?',
    },
    answer: windowAnswer,
  },
  {
    question: {
      id: 'Adakah segmen yang dikirim ulang? Apa yang diperiksa?',
      en: 'Were segments retransmitted? What was checked?',
    },
    answer: retransmissionAnswer,
  },
  {
    question: {
      id: 'Berapa byte biasanya dicakup satu ACK, dan di mana ACK ditunda?',
      en: 'How much does an ACK usually cover, and where are ACKs delayed?',
    },
    answer: acknowledgementAnswer,
  },
  {
    question: {
      id: 'Berapa throughput-nya, dan bagaimana dihitung?',
      en: 'What is the throughput, and how is it computed?',
    },
    answer: throughputAnswer,
  },
  {
    question: {
      id: 'Di mana slow start dan congestion avoidance di grafik waktu-nomor urut?',
      en: 'Where are slow start and congestion avoidance in the time-sequence graph?',
    },
    answer: growthAnswer,
  },
];

function windowAnswer({ story }: QuestionedCapture): Finding {
  const sender = mainSender(story);
  const offers = sender?.answers.filter(({ flags }) => (flags & (SYN | RST | ACK)) === ACK) ?? [];
  if (!sender || offers.length === 0) return NO_DATA;
  const smallest = offers.reduce((least, offer) => (offer.window < least.window ? offer : least));
  const held = story.segments.filter(({ labels }) =>
    labels.some((label) => label === 'window_full' || label === 'zero_window'),
  );
  const flight = Math.max(...sender.data.map(({ bytesInFlight }) => bytesInFlight));
  const unscaled = story.conversation.flows.some(({ scale }) => scale === -1);
  const frames = held.map(({ frame }) => frame);
  return {
    text: {
      id: [
        `${countText(smallest.window, 'id')} byte. ` +
          (held.length > 0
            ? `Ya, pengirim tertahan: window penuh atau nol di ${framesText(frames)}.`
            : flight < 0
              ? 'Apakah ia menahan tidak dapat dikatakan: tidak terekam cukup untuk tahu berapa byte menunggu ACK.'
              : `Tidak menahan: paling banyak ${countText(flight, 'id')} byte menunggu ACK bersamaan.`),
        ...(unscaled ? ['Skala window tidak diketahui: SYN kedua sisi tidak terekam.'] : []),
      ],
      en: [
        `${countText(smallest.window, 'en')} bytes. ` +
          (held.length > 0
            ? `Yes, it held the sender back: window full or zero in ${framesText(frames)}.`
            : flight < 0
              ? 'Whether it holds back cannot be said: too little was captured to know how much waited for an ACK.'
              : `It does not: at most ${countText(flight, 'en')} bytes waited for an ACK at once.`),
        ...(unscaled
          ? ['The scale of the windows is not known: not both SYNs were captured.']
          : []),
      ],
    },
    frames: [...new Set([smallest.frame, ...frames])].toSorted((one, other) => one - other),
    data: {
      smallest: smallest.window,
      heldBack: held.length > 0,
      mostInFlight: flight < 0 ? null : flight,
    },
  };
}

function retransmissionAnswer({ story }: QuestionedCapture): Finding {
  const again = story.segments.filter(({ labels }) => labels.includes('retransmission'));
  const twice = story.segments.filter(({ labels }) => labels.includes('capture_duplicate'));
  const frames = again.map(({ frame }) => frame);
  const copies = framesText(twice.map(({ frame }) => frame));
  const checked = {
    id: `Diperiksa: nomor urut ${countText(story.segments.length, 'id')} segmen; yang diulang memuat nomor yang sudah pernah dikirim.`,
    en: `Checked: the sequence numbers of ${countText(story.segments.length, 'en')} segments; a repeated one carries numbers that were sent before.`,
  };
  return {
    text: {
      id: [
        `${again.length > 0 ? `Ya: ${framesText(frames)}.` : 'Tidak ada.'} ${checked.id}`,
        ...(twice.length > 0 ? [`Bukan pengiriman ulang, hanya terekam dua kali: ${copies}.`] : []),
      ],
      en: [
        `${again.length > 0 ? `Yes: ${framesText(frames)}.` : 'No.'} ${checked.en}`,
        ...(twice.length > 0 ? [`Not retransmissions, only captured twice: ${copies}.`] : []),
      ],
    },
    frames,
    data: { retransmissions: again.length, capturedTwice: twice.length },
  };
}

function acknowledgementAnswer({ story }: QuestionedCapture): Finding {
  const sender = mainSender(story);
  if (!sender) return NO_DATA;
  const covered: { frame: number; bytes: number; waited: number }[] = [];
  let last = sender.data[0]!.rawSequence;
  const end = sender.data.reduce((most, { rawSequence, length }) => {
    const next = (rawSequence + length) >>> 0;
    return ((next - most) | 0) > 0 ? next : most;
  }, last);
  for (const { frame, flags, rawAcknowledgement, roundTrip } of sender.answers) {
    // A FIN takes a number too, but is no data.
    const bytes = Math.min((rawAcknowledgement - last) | 0, (end - last) | 0);
    if ((flags & (ACK | RST)) !== ACK || bytes <= 0) continue;
    covered.push({ frame, bytes, waited: roundTrip });
    last = rawAcknowledgement;
  }
  if (covered.length === 0) {
    const text = {
      id: ['Tidak ada ACK atas data yang terekam.'],
      en: ['No ACK of data was captured.'],
    };
    return { text, frames: [], missing: true };
  }
  const sorted = covered.map(({ bytes }) => bytes).toSorted((one, other) => one - other);
  const usual = sorted[Math.floor(sorted.length / 2)]!;
  const late = covered.filter(({ waited }) => waited >= DELAYED_NS).map(({ frame }) => frame);
  const longest = msText(DELAYED_NS, 'en');
  return {
    text: {
      id: [
        `Median ${countText(usual, 'id')} byte per ACK (${covered.length} ACK). ` +
          (late.length > 0
            ? `Datang ${msText(DELAYED_NS, 'id')} atau lebih setelah datanya: ${framesText(late)}.`
            : 'Tidak ada yang menunggu lama; ACK ditunda hanya bila tidak ada data balasan.'),
      ],
      en: [
        `The median is ${countText(usual, 'en')} bytes an ACK (${covered.length} ACKs). ` +
          (late.length > 0
            ? `${longest} or more after their data came: ${framesText(late)}.`
            : 'None waited long; an ACK is delayed only where no data goes back.'),
      ],
    },
    frames: (late.length > 0 ? late : covered.map(({ frame }) => frame)).slice(0, 8),
    data: { medianBytes: usual, acknowledgements: covered.length, delayed: late },
  };
}

function throughputAnswer({ story }: QuestionedCapture): Finding {
  const sender = mainSender(story);
  if (!sender) return NO_DATA;
  const [first] = sender.data;
  const last = sender.data.at(-1)!;
  const end = acknowledgementOf(last, sender.answers) ?? last;
  const bytes = story.turns
    .filter(({ fromClient }) => fromClient === (sender.name === 'client'))
    .reduce((sum, turn) => sum + turn.bytes, 0);
  const seconds = (end.at - first!.at) / 1e9;
  if (seconds <= 0) {
    const text = { id: ['Perlu lebih dari satu saat.'], en: ['It takes more than one moment.'] };
    return { text, frames: [first!.frame], missing: true };
  }
  const rate = (language: 'id' | 'en') => countText(Math.round(bytes / seconds), language);
  return {
    text: {
      id: [
        `${rate('id')} byte/detik: ${countText(bytes, 'id')} byte data dari ${sender.name} dibagi ` +
          `${decimalText(seconds, 'id', 6)} detik, dari segmen data pertama sampai ACK terakhir, jeda ` +
          'program ikut dihitung. Header dan pengulangan tidak.',
      ],
      en: [
        `${rate('en')} bytes/s: ${countText(bytes, 'en')} bytes of data from the ${sender.name}, divided ` +
          `by ${decimalText(seconds, 'en', 6)} s from the first data segment to the last ACK, pauses of ` +
          'the programs included. Headers and repetitions do not count.',
      ],
    },
    frames: [first!.frame, end.frame],
    data: { bytes, seconds, bytesPerSecond: bytes / seconds },
  };
}
