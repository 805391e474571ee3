import type { Endpoint } from '@praktikum/protocol';
import { explainCapture, type ExplainedCapture } from '../../analysis/explained-capture.ts';
import type { Citation, Exhibit, Finding } from '../../evidence/evidence.ts';
import { captureDuring } from '../../runs/traffic-capture.ts';
import type { Workbench } from '../../runs/workbench.ts';
import { inBoth, type Words } from '../../words.ts';
import type { Observations } from '../experiment.ts';
import { DATAGRAM_TEXTS, type DatagramTexts } from './texts.ts';

/** What one part of the experiment has shown. */
export type ObservedPart = Omit<Observations, 'mechanism'>;

/** What a capture holds of one run. */
export interface CapturedRun {
  readonly file: string;
  readonly explained: NonNullable<ExplainedCapture['explained']>;
  readonly capture: ExplainedCapture;
  readonly ladder: Words;
}

interface Observed<T> {
  /** What has happened. */
  readonly result: T;
  /** Undefined where nothing could be captured. */
  readonly captured: CapturedRun | undefined;
  readonly missing: ObservedPart['missing'];
}

/**
 * Something happens, and its traffic is captured and explained where that is possible.
 * @returns what was captured; its ladder shows the first frames
 */
export async function observe<T>(
  bench: Workbench,
  { server, file }: { readonly server: Endpoint; readonly file: string },
  during: () => Promise<T>,
): Promise<Observed<T>> {
  const { result, missing } = await captureDuring(bench, { server, file }, during);
  if (missing !== undefined) return { result, captured: undefined, missing: [missing] };
  const { capture, ladder } = await explainCapture(bench, file);
  const { explained } = capture;
  if (explained !== null) {
    return { result, captured: { file, explained, capture, ladder }, missing: [] };
  }
  const nothing = {
    what: say(({ captureOf }) => captureOf(file)),
    why: say(({ nothingCaptured }) => nothingCaptured),
    remedies: [],
  };
  return { result, captured: undefined, missing: [nothing] };
}

/** The same in both languages. */
export function say(text: (texts: DatagramTexts) => string): Words {
  return inBoth(DATAGRAM_TEXTS, text);
}

export function finding(
  text: (texts: DatagramTexts) => string,
  cites: readonly Citation[],
): Finding {
  return { text: say(text), cites };
}

/** A file that is cited as a whole. */
export const whole = (file: string): Citation => ({ file, frames: [] });

/**
 * Frames of one citation; a text says how many there are.
 * @unit frames
 * @against a report that is a list of numbers
 * @provenBy ./observed-part.spec.ts: cites so many frames of a capture
 */
export const MOST_CITED_FRAMES = 1000;

export function citation(file: string, frames: readonly number[]): Citation {
  return { file, frames: frames.slice(0, MOST_CITED_FRAMES) };
}

/** What a program has printed, as a picture of the terminal. */
export function terminal(
  id: string,
  caption: (texts: DatagramTexts) => string,
  command: string,
  output: string,
): Exhibit {
  return { kind: 'terminal', id, caption: say(caption), command, output };
}

export function ladderPicture(
  id: string,
  caption: (texts: DatagramTexts) => string,
  { ladder }: CapturedRun,
): Exhibit {
  const alt = say(({ ladderAlt }) => ladderAlt);
  return { kind: 'picture', id, caption: say(caption), alt, svg: ladder };
}
