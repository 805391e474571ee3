import { capturePlace } from '../../story/capture-place.ts';
import { acknowledgementOf, mainSender } from '../../story/main-sender.ts';
import type { StorySegment } from '../../story/story-segment.ts';
import { bytesText } from '../bytes-text.ts';
import type { Words } from '../words.ts';
import { type Finding, missing, type Question, type QuestionedCapture } from './question.ts';

/** Segments of which labs ask the details. */
const ASKED = 6;
/** Weight of a new sample in the estimate of the round trip (RFC 6298, section 2). */
const ALPHA = 0.125;

/** The first data segments and their round trips. */
export const DATA_QUESTIONS: readonly Question[] = [
  { name: 'firstData', answer: firstData },
  { name: 'roundTrips', answer: roundTrips },
  { name: 'lengths', answer: lengths },
];

function firstData({ story }: QuestionedCapture, { questions }: Words): Finding {
  const first = story.segments.find(({ length }) => length > 0);
  if (!first) return missing(questions.noData);
  const { frame, sequence, rawSequence, length, fromClient, payload } = first;
  const who = fromClient ? 'client' : 'server';
  const text = bytesText(payload, 40, length);
  return {
    text: [questions.data.first(who, sequence, rawSequence, length, text)],
    frames: [frame],
    data: { from: who, sequence, raw: rawSequence, length },
  };
}

interface Sample {
  readonly segment: StorySegment;
  readonly acknowledgement: StorySegment | undefined;
  /** Nanoseconds; undefined where there is no ACK, or the segment was repeated (Karn's algorithm). */
  readonly sample: number | undefined;
  readonly estimate: number | undefined;
}

function samples({ story }: QuestionedCapture): { sender: string; rows: Sample[] } | undefined {
  const sender = mainSender(story);
  if (!sender) return undefined;
  let estimate: number | undefined;
  const rows = sender.data.slice(0, ASKED).map((segment): Sample => {
    const acknowledgement = acknowledgementOf(segment, sender.answers);
    const repeated = sender.data.some(
      ({ rawSequence, frame }) => rawSequence === segment.rawSequence && frame !== segment.frame,
    );
    const passed = acknowledgement && !repeated ? acknowledgement.at - segment.at : -1;
    // Where the times go back, nothing was measured.
    const sample = passed < 0 ? undefined : passed;
    if (sample !== undefined) {
      estimate = estimate === undefined ? sample : (1 - ALPHA) * estimate + ALPHA * sample;
    }
    return {
      segment,
      acknowledgement,
      sample,
      estimate: sample === undefined ? undefined : estimate,
    };
  });
  return { sender: sender.name, rows };
}

function roundTrips(capture: QuestionedCapture, { questions, ms }: Words): Finding {
  const found = samples(capture);
  if (!found) return missing(questions.noData);
  const { data: texts } = questions;
  const { sender, rows } = found;
  const place = capturePlace(capture.story)?.near;
  const near = place === (sender === 'client' ? 'server' : 'client');
  const lines = rows.map(({ segment, acknowledgement, sample, estimate }) => {
    const time = (nanoseconds: number | undefined) =>
      nanoseconds === undefined ? '-' : ms(nanoseconds);
    const acked = acknowledgement ? String(acknowledgement.frame) : '-';
    const times = [segment.at, acknowledgement?.at, sample, estimate].map(time);
    return columns([String(segment.frame), times[0]!, acked, times[1]!, times[2]!, times[3]!]);
  });
  return {
    text: [
      texts.measured(sender),
      ...(near ? [texts.nearReceiver] : []),
      columns(texts.columns),
      ...lines,
    ],
    frames: framesOf(rows),
    data: {
      sender,
      segments: rows.map(({ segment, acknowledgement, sample, estimate }) => ({
        frame: segment.frame,
        acknowledgedBy: acknowledgement?.frame ?? null,
        sent: segment.at / 1e9,
        acknowledged: acknowledgement ? acknowledgement.at / 1e9 : null,
        sample: sample === undefined ? null : sample / 1e9,
        estimate: estimate === undefined ? null : estimate / 1e9,
      })),
    },
  };
}

function framesOf(rows: readonly Sample[]): number[] {
  const frames = rows.flatMap(({ segment, acknowledgement }) =>
    acknowledgement ? [segment.frame, acknowledgement.frame] : [segment.frame],
  );
  return [...new Set(frames)].toSorted((one, other) => one - other);
}

function columns([frame, sent, ack, acked, sample, estimate]: readonly string[]): string {
  return `  ${frame!.padStart(7)}${sent!.padStart(13)}${ack!.padStart(8)}${acked!.padStart(13)}${sample!.padStart(12)}${estimate!.padStart(12)}`;
}

function lengths(capture: QuestionedCapture, { questions }: Words): Finding {
  const found = samples(capture);
  if (!found) return missing(questions.noData);
  const { data: texts } = questions;
  const segments = found.rows.map(({ segment }) => segment);
  const list = segments.map(({ length }) => length).join(', ');
  const over = segments.filter(({ labels }) => labels.includes('offloaded_segment'));
  const cut = over.length > 0;
  return {
    text: [texts.lengths(list) + (cut ? texts.cut : '')],
    frames: segments.map(({ frame }) => frame),
    data: { lengths: segments.map(({ length }) => length) },
  };
}
