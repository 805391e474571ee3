import { countText } from '@praktikum/capture-report';
import { mainSender } from '../../story/main-sender.ts';
import { NO_DATA } from './data-questions.ts';
import type { Finding, QuestionedCapture } from './question.ts';

/** Segments that may be sent at once before the first ACK (RFC 6928). */
const INITIAL_WINDOW = 10;
const USUAL_SEGMENT_BYTES = 1460;
/**
 * Round trips that are looked at.
 * @unit round trips
 * @against an answer that is a table
 * @provenBy ../../../integration/limits.spec.ts: follows the growth for ten round trips
 */
const MOST_ROUNDS = 10;
/** From here on a round counts as slow start: it would double what is in flight. */
const SLOW_START_GROWTH = 1.5;

/** Question 12: how what is in flight grows from one round trip to the next. */
export function growthAnswer({ story }: QuestionedCapture): Finding {
  const sender = mainSender(story);
  if (!sender) return NO_DATA;
  const { initialRoundTrip, flows } = story.conversation;
  const sizes = flows.map(({ maximumSegmentSize: size }) => size).filter((size) => size > 0);
  const segmentBytes = sizes.length > 0 ? Math.min(...sizes) : USUAL_SEGMENT_BYTES;
  const bytes = sender.data.reduce((sum, { length }) => sum + length, 0);
  if (bytes <= INITIAL_WINDOW * segmentBytes) return tooLittle(bytes);
  if (initialRoundTrip <= 0) return noRoundTrip();
  const rounds = new Map<number, { frame: number; flight: number }>();
  const start = sender.data[0]!.at;
  for (const { at, frame, bytesInFlight } of sender.data) {
    const round = Math.floor((at - start) / initialRoundTrip);
    if ((rounds.get(round)?.flight ?? 0) >= bytesInFlight) continue;
    rounds.set(round, { frame, flight: bytesInFlight });
  }
  const listed = [...rounds.values()].slice(0, MOST_ROUNDS);
  const grew = listed.findIndex(
    ({ flight }, index) => index > 0 && flight < listed[index - 1]!.flight * SLOW_START_GROWTH,
  );
  const slow = grew === -1 ? listed.length : grew;
  const list = (language: 'id' | 'en') =>
    listed.map(({ flight }) => countText(flight, language)).join(', ');
  return {
    text: {
      id: [
        `Byte di perjalanan, paling banyak per round trip: ${list('id')}.`,
        slow > 1
          ? `Sampai yang ke-${slow} bertambah dengan cepat (slow start, kira-kira dua kali lipat); sesudahnya lambat atau tetap (congestion avoidance, atau window dan program yang membatasi).`
          : 'Tidak terlihat pelipatan: pengirim dibatasi programnya atau window, bukan slow start.',
      ],
      en: [
        `Bytes in flight, the most in each round trip: ${list('en')}.`,
        slow > 1
          ? `Up to number ${slow} they grow fast (slow start, about double each time); after that slowly or not at all (congestion avoidance, or held by window and program).`
          : 'No doubling is seen: program or window hold the sender back, not slow start.',
      ],
    },
    frames: listed.map(({ frame }) => frame),
    data: { inFlight: listed.map(({ flight }) => flight), slowStartRounds: slow },
  };
}

function tooLittle(bytes: number): Finding {
  return {
    text: {
      id: [
        `Tidak terlihat di sini: ${countText(bytes, 'id')} byte muat dalam window awal (${INITIAL_WINDOW} segmen, RFC 6928). Rekamlah kiriman yang lebih besar lewat jaringan sungguhan.`,
      ],
      en: [
        `They cannot be seen here: ${countText(bytes, 'en')} bytes fit into the initial window (${INITIAL_WINDOW} segments, RFC 6928). Capture a larger transfer over a real network.`,
      ],
    },
    frames: [],
    missing: true,
  };
}

function noRoundTrip(): Finding {
  return {
    text: {
      id: ['Round trip tidak diketahui: handshake tidak terekam.'],
      en: ['The round trip is not known: the handshake was not captured.'],
    },
    frames: [],
    missing: true,
  };
}
