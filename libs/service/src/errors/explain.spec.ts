import { describe, expect, it } from '@jest/globals';
import { CodedError } from '@praktikum/protocol';
import { ERRORS } from '../errors.ts';
import { explain } from './explain.ts';

const { errors } = ERRORS;

describe('explain', () => {
  it.each([
    new Error('Worker initialization failure: EMFILE'),
    new Error('Cannot read package config /a/package.json: too many open files.'),
    Object.assign(new Error('EMFILE: too many open files, open a.js'), { code: 'EMFILE' }),
    new CodedError('ERR_FILE', 'cannot write a.svg', {
      cause: Object.assign(new Error('x'), { code: 'ENFILE' }),
    }),
  ])('finds too many open files behind what failed for want of one: %s', (cause) => {
    const error = new CodedError('ERR_PARENT', 'it did not start', { cause });
    for (const either of [error, cause]) {
      const explained = explain(either, 'en', errors);
      expect(explained).toMatchObject({ code: expect.stringMatching(/^E[MN]FILE$/), exitCode: 11 });
      expect(explained.remedies.join()).toContain('ulimit -n');
    }
  });

  it('does not take a file of that name for it', () => {
    const details = { path: 'x: too many open files.', reason: 'ENOENT' };
    const error = new CodedError('ERR_FILE', `cannot read ${details.path}`, { details });
    expect(explain(error, 'en', errors).code).toBe('ERR_FILE');
  });

  it('lets no value that it quotes steer the terminal', () => {
    const details = { option: '--port', value: '\u001b[31mred', accepts: '1' };
    const error = new CodedError('ERR_OPTION_VALUE', 'no', { details });
    expect(explain(error, 'en', errors).message).toContain('"\\x1b[31mred"');
  });

  it('quotes only the beginning of a value that fills the screen', () => {
    const details = { option: '--port', value: 'a'.repeat(5000), accepts: '1' };
    const error = new CodedError('ERR_OPTION_VALUE', 'no', { details });
    const { message } = explain(error, 'en', errors);
    expect(message).toContain(`${'a'.repeat(1000)}…`);
    expect(message.length).toBeLessThan(1100);
  });

  it('makes an unknown error harmless and honest', () => {
    const explained = explain(new Error('boom \u001b[31m'), 'en', errors);
    expect(explained).toMatchObject({
      exitCode: 1,
      message: 'An unexpected error occurred: boom \\x1b[31m',
    });
  });

  it('does not take the details of an error that carries none', () => {
    const bare = Object.assign(new Error('no value given'), { code: 'ERR_OPTION_VALUE' });
    expect(explain(bare, 'id', errors).message).toContain('no value given');
  });
});
