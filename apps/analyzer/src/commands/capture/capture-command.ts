import type { Command } from 'commander';
import { escapeControls } from '@praktikum/protocol';
import { choiceOption, countOption, createCommand, runInterruptible } from '@praktikum/service';
import { findCaptureTool, loopbackDevice } from '../../capture/recording/capture-tool.ts';
import { Recording, type RecordingResult } from '../../capture/recording/recording.ts';
import { SETTLE_MS, StopWatch } from '../../capture/recording/stop-watch.ts';
import { printText } from '../print-text.ts';
import { addStopOptions, CAPTURE_PORT, type StopOptions } from '../stopping/stop-options.ts';
import { untilStopped } from '../stopping/until-stopped.ts';
import type { Texts } from '../texts.ts';
import { LiveCount } from './live-count.ts';
import type { CaptureTexts } from './texts.ts';

interface CaptureOptions extends StopOptions {
  readonly port?: number;
  readonly interface: string;
  readonly out?: string;
  readonly force?: boolean;
}

/** `analyzer capture --port 12345`: records traffic with the tool that is installed. */
export function captureCommand(texts: Texts): Command {
  const { description, options } = texts.capture;
  const command = createCommand('capture', texts)
    .description(description)
    .addOption(countOption('--port <n>', options.port, CAPTURE_PORT))
    .option('--interface <name>', options.interface, loopbackDevice())
    .option('--out <file>', options.out)
    .option('--force', options.force);
  return addStopOptions(command, texts.stopping)
    .addOption(choiceOption('--log-level <level>', texts.logLevel, ['info', 'debug'], 'info'))
    .action(async (given: CaptureOptions) => {
      let whole = false;
      await runInterruptible(async (signal) => {
        await run(given, texts, signal);
        whole = true;
      });
      // Ctrl-C is how a capture is meant to end: nothing has failed.
      if (whole) process.exitCode = 0;
    });
}

async function run(options: CaptureOptions, texts: Texts, signal: AbortSignal) {
  const tool = findCaptureTool();
  const file = options.out ?? defaultFile(tool.name === 'tcpdump' ? 'pcap' : 'pcapng');
  const count = new LiveCount(texts.capture);
  const watch = new StopWatch({ untilIdleMs: options.untilIdle, settleMs: SETTLE_MS }, signal);
  try {
    const recording = await Recording.start({
      tool,
      device: options.interface,
      port: options.port,
      file,
      replace: options.force ?? false,
      received: (packets) => {
        count.received(packets);
        watch.received();
      },
      dropped: (packets) => count.dropped(packets),
    });
    printText(texts.capture.ready(tool.name, options.interface, escapeControls(file)));
    const result = await untilStopped(recording, watch, options, texts.stopping);
    count.end();
    report(result, options, escapeControls(file), texts.capture);
    if (result.failure) throw result.failure;
  } finally {
    watch.release();
  }
}

function report(
  { packets, dropped }: RecordingResult,
  { port, interface: device }: CaptureOptions,
  file: string,
  texts: CaptureTexts,
): void {
  const lost = dropped === undefined ? '?' : texts.number(dropped);
  printText(texts.captured(texts.number(packets), lost, file));
  if (dropped !== undefined && dropped > 0) {
    printText(texts.lost);
  }
  const next = packets > 0 ? [texts.next(file)] : texts.nothing(device, port);
  for (const line of next) printText(line);
}

/** A new name each second. */
function defaultFile(ending: string): string {
  const stamp = new Date().toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `capture-${stamp}.${ending}`;
}
