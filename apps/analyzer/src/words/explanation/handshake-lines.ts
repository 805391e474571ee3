import { ACK, RST, SYN } from '@praktikum/capture';
import { framesText } from '@praktikum/capture-report';
import type { ConversationStory } from '../../story/conversation-story.ts';
import { afterSyn, findHandshake, type Handshake, takenWithSyn } from '../../story/handshake.ts';
import type { OfferedOptions, StorySegment } from '../../story/story-segment.ts';
import type { Words } from '../words.ts';
import { laidOutLines } from '../laid-out-lines.ts';
import { wrapText } from '../wrap-text.ts';

/** The handshake told frame by frame, and the options that came out of it. */
export function handshakeLines(story: ConversationStory, words: Words): string[] {
  const { paragraphs, options } = handshakeTexts(story, words);
  const rows = laidOutLines(options.map((cells) => row(...cells)));
  return [
    ...paragraphs.flatMap((text) => wrapText(text, '    ', '  ')),
    ...(rows.length > 0 ? ['', ...rows] : []),
  ];
}

/** The same as paragraphs, and as a table whose first row names the columns. */
interface HandshakeTexts {
  readonly paragraphs: readonly string[];
  readonly options: readonly OptionRow[];
}

type Told = Words['explanation']['handshake'];
type OptionRow = readonly [name: string, client: string, server: string, result: string];

/** What the handshake shows, without a layout. */
export function handshakeTexts(story: ConversationStory, words: Words): HandshakeTexts {
  const texts = words.explanation.handshake;
  const handshake = findHandshake(story.segments);
  const { syn, synAck } = handshake;
  if (!syn && !synAck) {
    const first = String(story.segments[0]?.frame ?? 0);
    return { paragraphs: [texts.missing(first)], options: [] };
  }
  return {
    paragraphs: told(story, handshake, words),
    options: syn?.options && synAck?.options ? agreed(syn.options, synAck.options, texts) : [],
  };
}

function told(story: ConversationStory, handshake: Handshake, words: Words): string[] {
  const texts = words.explanation.handshake;
  const { syn, synAck, ack, crossed, repeated, retried } = handshake;
  if (syn && crossed) return toldCrossed(story, syn, crossed, texts);
  const lines: string[] = [];
  lines.push(syn ? texts.syn(String(syn.frame), String(syn.rawSequence)) : texts.noSyn);
  if (syn && syn.length > 0) lines.push(texts.synData(String(syn.length)));
  if (repeated.length > 0) lines.push(texts.repeated(framesText(repeated)));
  lines.push(...refusals(story, retried, texts));
  if (!synAck) return [...lines, ...withoutSynAck(story, texts)];
  lines.push(synAckText(synAck, syn, texts));
  if (!ack) return [...lines, texts.noAck];
  const [next, own] = [ack.rawAcknowledgement, synAck.rawSequence];
  lines.push(texts.ack(String(ack.frame), String(next), String(own)));
  if (syn && ack.at >= synAck.at && synAck.at >= syn.at && repeated.length + retried.length === 0) {
    const whole = words.ms(ack.at - syn.at);
    lines.push(texts.roundTrip(whole, words.ms(synAck.at - syn.at)));
  }
  return lines;
}

/** The ack of a SYN-ACK: the ISN of the SYN + 1, and the bytes of data in it where they were taken. */
function synAckText(synAck: StorySegment, syn: StorySegment | undefined, texts: Told): string {
  const { frame, rawSequence, rawAcknowledgement } = synAck;
  const [number, own, ack] = [frame, rawSequence, rawAcknowledgement].map(String);
  const taken = takenWithSyn(synAck, syn);
  if (taken === undefined) return texts.unfit(number!, ack!, String(afterSyn(syn!)));
  const isn = String((rawAcknowledgement - taken - 1) >>> 0);
  if (taken > 0) return texts.synAckData(number!, own!, ack!, isn, String(taken));
  return texts.synAck(number!, own!, ack!, isn);
}

/** Who refuses sends RST in place of a SYN-ACK; some systems then try again. */
function refusals(
  { segments, conversation }: ConversationStory,
  retried: readonly number[],
  texts: Told,
): string[] {
  if (conversation.lifecycle.refusals === 0) return [];
  const resets = segments.filter(
    ({ flags, labels }) => (flags & RST) !== 0 && !labels.includes('ignored'),
  );
  const [first] = resets;
  if (!first) return [];
  const frames = resets.slice(0, conversation.lifecycle.refusals).map(({ frame }) => frame);
  const again = texts.retried(framesText(retried), String(frames.length), framesText(frames));
  return [texts.refused(String(first.frame)), ...(retried.length > 0 ? [again] : [])];
}

/** What the capture shows of an answer that is not in there. */
function withoutSynAck({ segments, conversation }: ConversationStory, texts: Told): string[] {
  if (conversation.lifecycle.reset?.cause === 'refused') return [];
  const answer = segments.find(
    ({ flags, fromClient }) => fromClient && (flags & (SYN | RST | ACK)) === ACK,
  );
  if (!answer) return [texts.noSynAck];
  return [texts.synAckNotCaptured(String(answer.frame), String(answer.rawAcknowledgement))];
}

/** Both opened at once: two SYNs, each answered with a SYN-ACK. */
function toldCrossed(
  { segments }: ConversationStory,
  syn: StorySegment,
  crossed: StorySegment,
  texts: Told,
): string[] {
  const frames = (list: readonly StorySegment[]) =>
    framesText(list.map(({ frame }) => frame)).replace('f', 'F');
  const isns = [syn, crossed].map(({ rawSequence }) => String(rawSequence));
  const answers = segments.filter(({ flags }) => (flags & SYN_ACK) === SYN_ACK);
  return [
    texts.crossed(frames([syn, crossed]), ...isns),
    answers.length > 0 ? texts.crossedAcks(frames(answers)) : texts.noSynAck,
  ];
}

const SYN_ACK = SYN | ACK;

/** Who offers an option tells what it accepts; most options hold only when both offer them. */
function agreed(client: OfferedOptions, server: OfferedOptions, texts: Told): OptionRow[] {
  const number = (value: number) => (value < 0 ? texts.notOffered : String(value));
  const flag = (value: boolean) => (value ? texts.yes : texts.notOffered);
  // RFC 9293, section 3.7.1: an end that names no MSS accepts 536 bytes.
  const mss = (value: number) => String(value < 0 ? 536 : value);
  const scales = client.windowScale >= 0 && server.windowScale >= 0;
  const factor = ({ windowScale }: OfferedOptions) => String(2 ** windowScale);
  const both = (of: (end: OfferedOptions) => boolean) => of(client) && of(server);
  const [sack, timestamps] = [both((end) => end.sackPermitted), both((end) => end.timestamps)];
  return [
    texts.options,
    [
      'MSS',
      number(client.maximumSegmentSize),
      number(server.maximumSegmentSize),
      texts.mss(mss(server.maximumSegmentSize), mss(client.maximumSegmentSize)),
    ],
    [
      'window scale',
      number(client.windowScale),
      number(server.windowScale),
      scales ? texts.scale(factor(client), factor(server)) : texts.noScale,
    ],
    [
      'SACK permitted',
      flag(client.sackPermitted),
      flag(server.sackPermitted),
      sack ? texts.sack : texts.unused,
    ],
    [
      'timestamps',
      flag(client.timestamps),
      flag(server.timestamps),
      timestamps ? texts.timestamps : texts.unused,
    ],
  ];
}

function row(name: string, client: string, server: string, result: string): string {
  return `  ${name.padEnd(16)}${client.padEnd(10)}${server.padEnd(10)}${result}`;
}
