import { describe, expect, it } from '@jest/globals';
import type { Option } from 'commander';
import {
  choiceOption,
  countOption,
  durationOption,
  formatDuration,
  percentOption,
} from './options.ts';

const parse = (option: Option, text: string): unknown => option.parseArg?.(text, undefined);
const refusal = (option: string, value: string, accepts: string) =>
  expect.objectContaining({ code: 'ERR_OPTION_VALUE', details: { option, value, accepts } });

describe('countOption', () => {
  const option = countOption('--workers <n>', '', { min: 1, max: 8 });

  it.each(['1', '8', '08'])('accepts %s', (text) => {
    expect(parse(option, text)).toBe(Number(text));
  });

  it.each(['0', '9', '', '-1', '1.5', 'dua', '1e1'])('refuses "%s"', (text) => {
    expect(() => parse(option, text)).toThrow(refusal('--workers', text, '1 … 8'));
  });
});

describe('durationOption', () => {
  const option = durationOption('--for <time>', '', { min: 10, max: 3_600_000 }, 60_000);

  it.each([
    ['500ms', 500],
    ['1.5s', 1500],
    ['2m', 120_000],
    ['1h', 3_600_000],
  ])('reads %s', (text, ms) => {
    expect(parse(option, text)).toBe(ms);
  });

  it.each(['9ms', '61m', '', '5 s', '5d', '-1s', 's'])('refuses "%s"', (text) => {
    expect(() => parse(option, text)).toThrow(refusal('--for', text, '500ms, 60s, 2m (10ms … 1h)'));
  });

  it.each(['0', '5', '1.5', '500'])(
    'refuses %s, which could be seconds or milliseconds',
    (text) => {
      expect(() => parse(option, text)).toThrow(
        expect.objectContaining({
          code: 'ERR_OPTION_UNIT',
          details: { option: '--for', value: text },
        }),
      );
    },
  );

  it('shows its default as people write it', () => {
    expect(option.defaultValueDescription).toBe('1m');
  });
});

describe('percentOption', () => {
  const option = percentOption('--loss <share>', '', 0.05);

  it.each([
    ['0%', 0],
    ['10%', 0.1],
    ['0.5%', 0.005],
    ['100%', 1],
  ])('reads %s', (text, share) => {
    expect(parse(option, text)).toBeCloseTo(share, 10);
  });

  it.each(['10', '0.1', '101%', '-1%', '10 %', '%', '', '1e1%', '0,5,1%'])(
    'refuses "%s"',
    (text) => {
      expect(() => parse(option, text)).toThrow(refusal('--loss', text, '10%, 0.5% (0% … 100%)'));
    },
  );

  it('shows its default as people write it', () => {
    expect(option.defaultValueDescription).toBe('5%');
  });
});

it('choiceOption names the words it knows', () => {
  const option = choiceOption('--mode <mode>', '', ['echo', 'reply'], 'reply');
  expect(parse(option, 'echo')).toBe('echo');
  expect(() => parse(option, 'Echo')).toThrow(refusal('--mode', 'Echo', 'echo, reply'));
});

it.each([
  [1, '1ms'],
  [1500, '1500ms'],
  [4000, '4s'],
  [90_000, '90s'],
  [86_400_000, '24h'],
])('formatDuration(%i) is %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
