import type { DatagramNetwork, RelayDecision } from '@praktikum/peers';
import { DisplayDecoder, escapeControls, type Endpoint } from '@praktikum/protocol';
import { roundedJson } from '@praktikum/service';
import { DIRECTIONS, type RelayCounts } from './relay-tally.ts';
import type { RelayTexts } from './texts.ts';

/** Bytes of a datagram that its line shows. */
const HEAD_BYTES = 32;

interface RelayStart {
  readonly endpoint: Endpoint;
  readonly server: Endpoint;
  readonly network: Required<DatagramNetwork>;
}

interface RelayEnd {
  readonly counts: RelayCounts;
  readonly ms: number;
  readonly seed: number;
}

/** What a relay says, as lines. */
export interface RelayReport {
  readonly start: (start: RelayStart) => readonly string[];
  readonly decision: (decision: RelayDecision) => string;
  readonly end: (end: RelayEnd) => readonly string[];
}

/** For people. */
export function textReport(texts: RelayTexts): RelayReport {
  return {
    start: ({ endpoint, server, network }) => [
      texts.listening(endpoint, server),
      texts.network(network),
      texts.hint,
    ],
    decision: (decision) => texts.decision(decision, headOf(decision.datagram)),
    end: ({ counts, ms, seed }) => [
      texts.ended(ms, seed),
      ...DIRECTIONS.map((direction) => texts.counts(direction, counts[direction])),
    ],
  };
}

/** For programs: one JSON document a line, told apart by `event`. */
export const jsonReport: RelayReport = {
  start: ({ endpoint, server, network }) => [
    roundedJson({ event: 'listening', ...endpoint, server, ...network }),
  ],
  decision: ({ datagram, ...decision }) =>
    roundedJson({ event: 'datagram', ...decision, bytes: datagram.length, head: headOf(datagram) }),
  end: ({ counts, ms, seed }) => [
    roundedJson({
      ...{ event: 'summary', ms, seed },
      toServer: counts['to-server'],
      toClient: counts['to-client'],
    }),
  ],
};

/** The beginning of a datagram, harmless for a terminal. */
function headOf(datagram: Uint8Array): string {
  const decoder = new DisplayDecoder();
  const text = decoder.push(datagram.subarray(0, HEAD_BYTES)) + decoder.end();
  return escapeControls(text) + (datagram.length > HEAD_BYTES ? '…' : '');
}
