import type { Command } from 'commander';
import { durationOption } from '@praktikum/service';
import type { StoppingTexts } from './texts.ts';

/** When a capture is to end by itself; times in milliseconds. */
export interface StopOptions {
  readonly for?: number;
  readonly untilIdle?: number;
  /** A program to run meanwhile. */
  readonly with?: string;
}

/** What `--port` accepts. */
export const CAPTURE_PORT = { min: 1, max: 65_535 };
const TIME = { min: 100, max: 24 * 3_600_000 };

/** Adds `--for`, `--until-idle` and `--with`. */
export function addStopOptions(command: Command, { options: texts }: StoppingTexts): Command {
  return command
    .addOption(durationOption('--for <time>', texts.for, TIME))
    .addOption(durationOption('--until-idle <time>', texts.untilIdle, TIME))
    .option('--with <command>', texts.with);
}
