import type { ExplainedConnection } from '../../analysis/explained-capture.ts';
import type { Finding } from '../../evidence/evidence.ts';
import { inBoth } from '../../words.ts';
import { CONVERSATION_TEXTS, type ConversationTexts } from './texts.ts';

/** What a capture shows of one connection, each with its frames. What it does not show is said to be so. */
export function connectionFindings(connection: ExplainedConnection, file: string): Finding[] {
  const found = (
    frames: readonly number[],
    say: (texts: ConversationTexts) => string,
  ): Finding => ({
    text: inBoth(CONVERSATION_TEXTS, say),
    cites: [{ file, frames }],
  });
  return [
    ...handshakeFindings(connection, found),
    ...exchangeFindings(connection, found),
    closeFinding(connection, found),
    frameCounts(connection, found),
  ];
}

type Found = (frames: readonly number[], say: (texts: ConversationTexts) => string) => Finding;

function handshakeFindings({ handshake }: ExplainedConnection, found: Found): Finding[] {
  const { syn, synAck, ack, roundTrip } = handshake;
  if (syn === null || synAck === null || ack === null) {
    return [found([], ({ noHandshake }) => noHandshake)];
  }
  const frames = [syn.frame, synAck.frame, ack.frame];
  const time = (texts: ConversationTexts) =>
    roundTrip === null ? undefined : texts.numbers.milliseconds(roundTrip * 1000);
  return [
    found(frames, (texts) => texts.handshake(frames, time(texts))),
    found(frames.slice(0, 2), ({ initialNumbers }) =>
      initialNumbers(syn.rawSequence, synAck.rawSequence),
    ),
  ];
}

function exchangeFindings({ exchange }: ExplainedConnection, found: Found): Finding[] {
  const sent = exchange.filter(({ bytes }) => bytes > 0);
  if (sent.length === 0) return [found([], ({ noData }) => noData)];
  const of = (from: 'client' | 'server') => sent.filter((turn) => turn.from === from);
  return (['client', 'server'] as const).flatMap((from) => {
    const turns = of(from);
    if (turns.length === 0) return [found([], ({ saidNothing }) => saidNothing(from))];
    const frames = turns.flatMap((turn) => turn.frames);
    const bytes = turns.reduce((sum, turn) => sum + turn.bytes, 0);
    return [found(frames, ({ said }) => said(from, bytes, frames))];
  });
}

function closeFinding({ close }: ExplainedConnection, found: Found): Finding {
  const { closedFirst, finFrames, segments, reset } = close;
  if (reset !== null)
    return found([reset.frame], ({ wasReset }) => wasReset(reset.by, reset.frame));
  if (closedFirst === null) return found([], ({ noClose }) => noClose);
  const second = closedFirst === 'client' ? 'server' : 'client';
  const [first, last] = [finFrames[closedFirst], finFrames[second]];
  const frames = [first, last].filter((frame) => frame !== null);
  return found(frames, ({ closed }) => closed(closedFirst, first, last, segments));
}

function frameCounts({ segments }: ExplainedConnection, found: Found): Finding {
  const carrying = segments.filter(({ length }) => length > 0).map(({ frame }) => frame);
  return found(carrying, ({ counts }) => counts(segments.length, carrying.length));
}
