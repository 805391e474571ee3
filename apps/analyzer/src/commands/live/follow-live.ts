import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CodedError, escapeControls } from '@praktikum/protocol';
import { printLine, runInterruptible } from '@praktikum/service';
import type { NamedCapture } from '../../capture/file/named-capture.ts';
import {
  openCapture,
  type PacketVisitor,
  readCapture,
  readChunks,
} from '../../capture/file/read-capture.ts';
import { findCaptureTool, loopbackDevice } from '../../capture/recording/capture-tool.ts';
import { Recording } from '../../capture/recording/recording.ts';
import { RecordingFile } from '../../capture/recording/recording-file.ts';
import { SETTLE_MS, StopWatch } from '../../capture/recording/stop-watch.ts';
import { growingChunks } from '../../capture/stream/growing-chunks.ts';
import { spooledInput } from '../../capture/stream/spooled-input.ts';
import { unpackedChunks } from '../../capture/stream/unpacked-chunks.ts';
import { printText } from '../print-text.ts';
import { readFilter } from '../read-filter.ts';
import { sayHowToStop, startClock, untilStopped } from '../stopping/until-stopped.ts';
import { TextOutput } from '../text-output.ts';
import type { Texts } from '../texts.ts';
import { LiveLadder } from './live-ladder.ts';
import { type LiveOptions, STANDARD_INPUT } from './live-options.ts';

interface FollowOptions extends LiveOptions {
  readonly force?: boolean;
  readonly filter?: string;
  readonly stream?: number;
}

/** How following came to its end. */
interface Followed {
  /** Whether it was stopped; otherwise the capture came to its end. */
  readonly stopped: boolean;
  /** Why it ended too early; what came until then is in the file. */
  readonly failure?: CodedError | undefined;
}

/**
 * Shows a capture as it happens and then explains it as a whole. Ctrl-C ends it like the other stops:
 * nothing has failed. What ended it too early is said after the explanation.
 * @param source a file that grows, `-`, or undefined to record
 * @param explain told what then holds the capture, and whether it was stopped before its end
 */
export async function followLive(
  source: string | undefined,
  options: FollowOptions,
  texts: Texts,
  explain: (captured: NamedCapture, stopped: boolean) => Promise<void>,
): Promise<void> {
  const filter = readFilter(options.filter);
  const folder = await mkdtemp(join(tmpdir(), 'analyzer-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder); // also when it ends because nobody reads its output any more
  const kept = source === STANDARD_INPUT ? undefined : (source ?? options.out);
  const captured = capturedIn(kept ?? join(folder, 'live.pcapng'), kept, source, options, texts);
  const ladder = new LiveLadder({ filter, stream: options.stream }, texts.words);
  let whole = false;
  try {
    await runInterruptible(async (signal) => {
      const watch = new StopWatch({ untilIdleMs: options.untilIdle, settleMs: SETTLE_MS }, signal);
      const visit = showing(ladder, watch);
      let followed: Followed;
      try {
        followed =
          source === undefined
            ? await record(captured.file, visit, watch, options, texts)
            : await follow(source, captured.file, visit, watch, options, texts);
      } finally {
        watch.release();
      }
      const { stopped, failure } = followed;
      printLine('');
      await explain(captured, stopped || failure !== undefined);
      if (failure) throw failure;
      whole = true;
    });
  } finally {
    process.off('exit', removeFolder);
    removeFolder();
  }
  if (whole) process.exitCode = 0;
}

/** A file that nobody keeps has no name: it is called after what is recorded. */
function capturedIn(
  file: string,
  kept: string | undefined,
  source: string | undefined,
  { interface: device = loopbackDevice() }: FollowOptions,
  texts: Texts,
): NamedCapture {
  const recorded = source === STANDARD_INPUT ? texts.live.standardInput : device;
  return { file, name: kept ?? recorded };
}

/** Prints each packet at once. */
function showing(ladder: LiveLadder, watch: StopWatch): PacketVisitor {
  const output = new TextOutput(process.stdout);
  return (packet) => {
    watch.received();
    const lines = ladder.lines(packet);
    if (lines.length === 0) return undefined;
    output.add(`${lines.join('\n')}\n`);
    return output.flush();
  };
}

async function record(
  file: string,
  visit: PacketVisitor,
  watch: StopWatch,
  options: FollowOptions,
  texts: Texts,
): Promise<Followed> {
  const tool = findCaptureTool();
  const { interface: device = loopbackDevice(), port, force: replace = false } = options;
  const recording = await Recording.start({
    ...{ tool, device, port, file, replace, visit },
    isTemporary: options.out === undefined,
    received: () => undefined,
  });
  printText(texts.live.capturing(tool.name, escapeControls(device)));
  const { failure } = await untilStopped(recording, watch, options, texts.stopping);
  return { stopped: true, failure };
}

async function follow(
  source: string,
  file: string,
  visit: PacketVisitor,
  watch: StopWatch,
  options: FollowOptions,
  texts: Texts,
): Promise<Followed> {
  const { following, standardInput } = texts.live;
  const stop = new AbortController();
  void watch.stopped.then(() => stop.abort());
  const copy =
    source === STANDARD_INPUT
      ? await RecordingFile.open(file, { replace: true, isTemporary: true })
      : undefined;
  const chunks = copy
    ? spooledInput(copy, stop.signal)
    : growingChunks(await openCapture(source), stop.signal);
  printText(following(copy ? standardInput : escapeControls(source)));
  startClock(watch, options);
  if (!copy) sayHowToStop(options, texts.stopping);
  await readChunks(unpackedChunks(chunks), source, visit);
  const failure = copy?.failed ? await unsaved(copy) : undefined;
  return { stopped: stop.signal.aborted, failure };
}

/** The packets that a full disk had room for; the last one may be cut. */
async function unsaved(copy: RecordingFile): Promise<CodedError> {
  const { packets } = await readCapture(copy.path, () => undefined);
  return copy.failure(packets);
}
