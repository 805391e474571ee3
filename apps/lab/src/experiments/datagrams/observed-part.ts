import type { Citation, Exhibit, Finding } from '../../evidence/evidence.ts';
import { inBoth, type Words } from '../../words.ts';
import type { Observations } from '../experiment.ts';
import { DATAGRAM_TEXTS, type DatagramTexts } from './texts.ts';

/** What one part of the experiment has shown. */
export type ObservedPart = Omit<Observations, 'mechanism'>;

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
  ladder: Words,
): Exhibit {
  const alt = say(({ ladderAlt }) => ladderAlt);
  return { kind: 'picture', id, caption: say(caption), alt, svg: ladder };
}
