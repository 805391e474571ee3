import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escapeControls } from '@praktikum/protocol';
import { printLine, runInterruptible } from '@praktikum/service';
import { type PacketVisitor, readChunks } from '../../capture/file/read-capture.ts';
import { findCaptureTool, loopbackDevice } from '../../capture/recording/capture-tool.ts';
import { Recording } from '../../capture/recording/recording.ts';
import { SETTLE_MS, StopWatch } from '../../capture/recording/stop-watch.ts';
import { growingChunks } from '../../capture/stream/growing-chunks.ts';
import { spooledInput } from '../../capture/stream/spooled-input.ts';
import { unpackedChunks } from '../../capture/stream/unpacked-chunks.ts';
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

/**
 * Shows a capture as it happens and then explains it as a whole. Ctrl-C ends it like the other stops:
 * nothing has failed.
 * @param source a file that grows, `-`, or undefined to record
 * @param explain told the file that then holds the capture, and whether it was stopped before its end
 */
export async function followLive(
  source: string | undefined,
  options: FollowOptions,
  texts: Texts,
  explain: (file: string, stopped: boolean) => Promise<void>,
): Promise<void> {
  const filter = readFilter(options.filter);
  const folder = await mkdtemp(join(tmpdir(), 'analyzer-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder); // also when it ends because nobody reads its output any more
  const kept = source === STANDARD_INPUT ? undefined : (source ?? options.out);
  const file = kept ?? join(folder, 'live.pcapng');
  const ladder = new LiveLadder({ filter, stream: options.stream }, texts.words);
  let whole = false;
  try {
    await runInterruptible(async (signal) => {
      const watch = new StopWatch({ untilIdleMs: options.untilIdle, settleMs: SETTLE_MS }, signal);
      const visit = showing(ladder, watch);
      let stopped = true;
      try {
        if (source === undefined) await record(file, visit, watch, options, texts);
        else stopped = await follow(source, file, visit, watch, options, texts);
      } finally {
        watch.release();
      }
      printLine('');
      await explain(file, stopped);
      whole = true;
    });
  } finally {
    process.off('exit', removeFolder);
    removeFolder();
  }
  if (whole) process.exitCode = 0;
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
): Promise<void> {
  const tool = findCaptureTool();
  const { interface: device = loopbackDevice(), port, force: replace = false } = options;
  const recording = await Recording.start({
    ...{ tool, device, port, file, replace, visit },
    received: () => undefined,
  });
  printLine(texts.live.capturing(tool.name, escapeControls(device)));
  await untilStopped(recording, watch, options, texts.stopping);
}

/** Resolves to whether it was stopped; otherwise the capture came to its end. */
async function follow(
  source: string,
  file: string,
  visit: PacketVisitor,
  watch: StopWatch,
  options: FollowOptions,
  texts: Texts,
): Promise<boolean> {
  const { following, standardInput } = texts.live;
  const stop = new AbortController();
  void watch.stopped.then(() => stop.abort());
  const piped = source === STANDARD_INPUT;
  printLine(following(piped ? standardInput : escapeControls(source)));
  startClock(watch, options);
  if (!piped) sayHowToStop(options, texts.stopping);
  const chunks = piped ? spooledInput(file, stop.signal) : growingChunks(file, stop.signal);
  await readChunks(unpackedChunks(chunks), source, visit);
  return stop.signal.aborted;
}
