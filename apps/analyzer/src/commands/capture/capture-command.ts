import type { Command } from 'commander';
import { countText } from '@praktikum/capture-report';
import { escapeControls } from '@praktikum/protocol';
import {
  choiceOption,
  countOption,
  createCommand,
  PROGRAM_TEXTS,
  type Language,
  printLine,
  runInterruptible,
} from '@praktikum/service';
import { findCaptureTool, loopbackDevice } from '../../capture/recording/capture-tool.ts';
import { Recording, type RecordingResult } from '../../capture/recording/recording.ts';
import { SETTLE_MS, StopWatch } from '../../capture/recording/stop-watch.ts';
import { wrapText } from '../../words/wrap-text.ts';
import { addStopOptions, CAPTURE_PORT, type StopOptions } from '../stopping/stop-options.ts';
import { untilStopped } from '../stopping/until-stopped.ts';
import { TEXTS } from '../texts.ts';
import { LiveCount } from './live-count.ts';
import { CAPTURE_TEXTS } from './texts.ts';

interface CaptureOptions extends StopOptions {
  readonly port?: number;
  readonly interface: string;
  readonly out?: string;
  readonly force?: boolean;
}

/** `analyzer capture --port 12345`: records traffic with the tool that is installed. */
export function captureCommand(language: Language): Command {
  const { description, options: texts } = CAPTURE_TEXTS[language];
  const command = createCommand('capture', PROGRAM_TEXTS[language])
    .description(description)
    .addOption(countOption('--port <n>', texts.port, CAPTURE_PORT))
    .option('--interface <name>', texts.interface, loopbackDevice())
    .option('--out <file>', texts.out)
    .option('--force', texts.force);
  return addStopOptions(command, language)
    .addOption(
      choiceOption('--log-level <level>', TEXTS[language].logLevel, ['info', 'debug'], 'info'),
    )
    .action(async (options: CaptureOptions) => {
      let whole = false;
      await runInterruptible(async (signal) => {
        await run(options, language, signal);
        whole = true;
      });
      // Ctrl-C is how a capture is meant to end: nothing has failed.
      if (whole) process.exitCode = 0;
    });
}

async function run(options: CaptureOptions, language: Language, signal: AbortSignal) {
  const texts = CAPTURE_TEXTS[language];
  const tool = findCaptureTool();
  const file = options.out ?? defaultFile(tool.name === 'tcpdump' ? 'pcap' : 'pcapng');
  const count = new LiveCount(language);
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
    printLine(texts.ready(tool.name, options.interface, escapeControls(file)));
    const result = await untilStopped(recording, watch, options, language);
    count.end();
    report(result, options, escapeControls(file), language);
  } finally {
    watch.release();
  }
}

function report(
  { packets, dropped }: RecordingResult,
  { port, interface: device }: CaptureOptions,
  file: string,
  language: Language,
): void {
  const texts = CAPTURE_TEXTS[language];
  const lost = dropped === undefined ? '?' : countText(dropped, language);
  printLine(texts.captured(countText(packets, language), lost, file));
  if (dropped !== undefined && dropped > 0) {
    for (const line of wrapText(texts.lost)) printLine(line);
  }
  const next = packets > 0 ? [texts.next(file)] : texts.nothing(device, port);
  for (const line of next) printLine(line);
}

/** A new name each second. */
function defaultFile(ending: string): string {
  const stamp = new Date().toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `capture-${stamp}.${ending}`;
}
