import type { Recording, RecordingResult } from '../../capture/recording/recording.ts';
import type { StopWatch } from '../../capture/recording/stop-watch.ts';
import { printText } from '../print-text.ts';
import { accompany } from './accompany.ts';
import type { StopOptions } from './stop-options.ts';
import type { StoppingTexts } from './texts.ts';

/** Lets a recording run until its time is over, all is silent, its program has ended, or Ctrl-C. */
export async function untilStopped(
  recording: Recording,
  watch: StopWatch,
  options: StopOptions,
  texts: StoppingTexts,
): Promise<RecordingResult> {
  startClock(watch, options);
  sayHowToStop(options, texts);
  const program = options.with === undefined ? [] : [accompany(options.with, watch, texts)];
  await Promise.race([watch.stopped, recording.ended, ...program]);
  return recording.stop();
}

/** From now on the time of `--for` counts. */
export function startClock(watch: StopWatch, options: StopOptions): void {
  if (options.for !== undefined) watch.stopAfter(options.for);
}

/** Says how to end a capture that does not end by itself. */
export function sayHowToStop(options: StopOptions, texts: StoppingTexts): void {
  const stops = options.for ?? options.untilIdle ?? options.with;
  if (stops === undefined) printText(texts.hint);
}
