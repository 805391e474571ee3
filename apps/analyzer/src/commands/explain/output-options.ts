import { type Command, Option } from 'commander';
import { CodedError } from '@praktikum/protocol';
import type { FrameRange } from '../../report/svg/ladder-svg.ts';
import type { OutputFiles } from '../../report/write-outputs.ts';
import type { ExplainTexts } from './texts.ts';

/** Adds `--html`, `--svg`, `--svg-frames`, `--csv` and `--force` to a command. */
export function addOutputOptions(command: Command, { options: texts }: ExplainTexts): Command {
  return command
    .option('--html <file>', texts.html)
    .option('--svg <file>', texts.svg)
    .addOption(new Option('--svg-frames <first-last>', texts.svgFrames).argParser(readFrames))
    .option('--csv <file>', texts.csv)
    .option('--force', texts.force);
}

/** `15-45` */
function readFrames(value: string): FrameRange {
  const [, first, last] = /^(\d{1,9})-(\d{1,9})$/.exec(value) ?? [];
  if (first !== undefined && Number(first) <= Number(last)) return [Number(first), Number(last)];
  throw new CodedError('ERR_OPTION_VALUE', `${value} is no range of frames`, {
    details: { option: '--svg-frames', value, accepts: '15-45' },
  });
}

/** @throws CodedError `ERR_OPTION_NEEDS` */
export function checkOutputOptions({ svg, svgFrames }: OutputFiles): void {
  if (svgFrames === undefined || svg !== undefined) return;
  throw new CodedError('ERR_OPTION_NEEDS', 'frames of no picture', {
    details: { option: '--svg-frames', other: '--svg' },
  });
}

/** Whether a file is to be written. */
export function wantsFiles({ html, svg, csv }: OutputFiles): boolean {
  return (html ?? svg ?? csv) !== undefined;
}
