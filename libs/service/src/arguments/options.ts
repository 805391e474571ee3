import { Option } from 'commander';
import { CodedError } from '@praktikum/protocol';

/** The range of an option's value, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** An option that takes a whole number. `flags` as commander writes them: `--port <port>`. */
export function countOption(flags: string, text: string, range: Range, initial?: number): Option {
  const option = new Option(flags, text).argParser((value: string) => {
    const count = /^\d{1,15}$/.test(value) ? Number(value) : NaN;
    if (inRange(count, range)) return count;
    throw unusable(option, value, `${range.min} … ${range.max}`);
  });
  return initial === undefined ? option : option.default(initial);
}

/** An option that takes a duration: `500ms`, `60s`, `2m`, `1h`. A number without a unit could be any. */
export function durationOption(
  flags: string,
  text: string,
  range: Range,
  initial?: number,
): Option {
  const option = new Option(flags, text).argParser((value: string) => {
    const [, amount, unit] = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h)?$/.exec(value) ?? [];
    if (amount !== undefined && unit === undefined) throw withoutUnit(option, value);
    const ms = Math.round(Number(amount) * UNITS[unit as keyof typeof UNITS]);
    if (inRange(ms, range)) return ms;
    const bounds = `${formatDuration(range.min)} … ${formatDuration(range.max)}`;
    throw unusable(option, value, `500ms, 60s, 2m (${bounds})`);
  });
  return initial === undefined ? option : option.default(initial, formatDuration(initial));
}

/** An option that takes a share: `10%`, `0.5%`. Without the sign 0.5 could be a half. @returns 0 to 1 */
export function percentOption(flags: string, text: string, initial?: number): Option {
  const option = new Option(flags, text).argParser((value: string) => {
    const [, amount] = /^(\d{1,3}(?:[.,]\d{1,6})?)%$/.exec(value) ?? [];
    const percent = Number(amount?.replace(',', '.'));
    if (inRange(percent, { min: 0, max: 100 })) return percent / 100;
    throw unusable(option, value, '10%, 0.5% (0% … 100%)');
  });
  return initial === undefined ? option : option.default(initial, `${initial * 100}%`);
}

/** An option that takes one of a few words. */
export function choiceOption<const T extends string>(
  flags: string,
  text: string,
  words: readonly T[],
  initial: T,
): Option {
  const option = new Option(flags, text).argParser((value: string) => {
    if (words.includes(value as T)) return value;
    throw unusable(option, value, words.join(', '));
  });
  return option.default(initial);
}

/** `60000` as people write it: `60s`. */
export function formatDuration(ms: number): string {
  const units = [
    ['h', UNITS.h],
    ['m', UNITS.m],
    ['s', UNITS.s],
  ] as const;
  const [unit, size] = units.find(([, each]) => ms >= each && ms % each === 0) ?? ['ms', 1];
  return `${ms / size}${unit}`;
}

function inRange(value: number, { min, max }: Range): boolean {
  return value >= min && value <= max;
}

function unusable({ long }: Option, value: string, accepts: string): CodedError {
  const option = long ?? '';
  return new CodedError('ERR_OPTION_VALUE', `${option} accepts ${accepts}, not ${value}`, {
    details: { option, value, accepts },
  });
}

function withoutUnit({ long }: Option, value: string): CodedError {
  const option = long ?? '';
  return new CodedError('ERR_OPTION_UNIT', `${option} needs a unit, not ${value}`, {
    details: { option, value },
  });
}
