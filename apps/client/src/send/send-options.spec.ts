import { expect, it } from '@jest/globals';
import { Command } from 'commander';
import { TEXTS } from '../texts.ts';
import { addSendOptions } from './send-options.ts';

function parse(...args: string[]): Record<string, unknown> {
  const command = addSendOptions(new Command().exitOverride(), TEXTS.en);
  return command.parse(args, { from: 'user' }).opts();
}

it.each([
  ['--expect', '9007199254740992'],
  ['--count', '1000001'],
  ['--count', '0'],
  ['--interval', '3600001ms'],
  ['--timeout', '0ms'],
])('refuses %s %s', (option, value) => {
  expect(() => parse(option, value)).toThrow(
    expect.objectContaining({
      code: 'ERR_OPTION_VALUE',
      details: expect.objectContaining({ option, value }),
    }),
  );
});

it('takes the largest of each', () => {
  expect(
    parse('--expect', '999999999999999', '--count', '1000000', '--interval', '1h'),
  ).toMatchObject({ expect: 999_999_999_999_999, count: 1_000_000, interval: 3_600_000 });
});
