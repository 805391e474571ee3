import { describe, expect, it } from '@jest/globals';
import { CodedError } from '@praktikum/protocol';
import { EXIT_CODES } from './exit-codes.ts';
import { COMMON_ERRORS, explain } from './explain.ts';

const DETAILS = {
  port: 12345,
  host: '10.0.0.1',
  holder: 'node (PID 7)',
  stop: 'kill 7',
  free: 12346,
  own: '10.0.0.2',
  ms: 500,
  value: 'x',
  option: '--x',
  other: '--y',
  accepts: '1, 2',
  least: 1,
  reason: 'sebab',
  path: 'a.txt',
  connections: 3,
  expected: 'key',
  holds: 'key',
  date: '2026-01-31T00:00:00.000Z',
  cert: 'server.pem',
  given: 'no',
  names: 'localhost',
  where: 'win32',
};

/** Whoever has read enough needs no remedy. */
const WITHOUT_REMEDY = 'ERR_STDOUT_CUT';

describe('explain', () => {
  it.each(Object.keys(COMMON_ERRORS))('explains %s in both languages, with a remedy', (code) => {
    const error = new CodedError(code, 'message', { details: DETAILS });
    const [id, en] = (['id', 'en'] as const).map((language) =>
      explain(error, language, COMMON_ERRORS),
    );
    for (const explained of [id, en]) {
      expect(explained?.message).toMatch(/^.{10,}[^ ]$/);
      expect((explained?.remedies.length ?? 0) > 0).toBe(code !== WITHOUT_REMEDY);
      expect(JSON.stringify(explained)).not.toContain('undefined');
      expect(EXIT_CODES).toHaveProperty(String(explained?.exitCode));
      expect(explained?.code).toBe(code);
    }
    expect(id?.message).not.toBe(en?.message);
  });

  it.each([
    ['ENETUNREACH', 7],
    ['EAI_AGAIN', 8],
    ['EPIPE', 10],
    ['ENFILE', 11],
  ])('treats %s like the error it amounts to', (code, exitCode) => {
    const explained = explain(new CodedError(code, '', { details: DETAILS }), 'id', COMMON_ERRORS);
    expect(explained).toMatchObject({ code, exitCode });
  });

  it.each([
    new Error('Worker initialization failure: EMFILE'),
    new Error('Cannot read package config /a/package.json: too many open files.'),
    Object.assign(new Error('EMFILE: too many open files, open a.js'), { code: 'EMFILE' }),
    new CodedError('ERR_FILE', 'cannot write a.svg', {
      cause: Object.assign(new Error('x'), { code: 'ENFILE' }),
    }),
  ])('finds too many open files behind what failed for want of one: %s', (cause) => {
    const error = new CodedError('ERR_WORKER_START', 'worker 1 did not start', { cause });
    for (const either of [error, cause]) {
      const explained = explain(either, 'en', COMMON_ERRORS);
      expect(explained).toMatchObject({ code: expect.stringMatching(/^E[MN]FILE$/), exitCode: 11 });
      expect(explained.remedies.join()).toContain('ulimit -n');
    }
  });

  it('does not take a file of that name for it', () => {
    const details = { path: 'x: too many open files.', reason: 'ENOENT' };
    const error = new CodedError('ERR_FILE', `cannot read ${details.path}`, { details });
    expect(explain(error, 'en', COMMON_ERRORS).code).toBe('ERR_FILE');
  });

  it('lets no value that it quotes steer the terminal', () => {
    const details = { option: '--port', value: '\u001b[31mred', accepts: '1' };
    const error = new CodedError('ERR_OPTION_VALUE', 'no', { details });
    expect(explain(error, 'en', COMMON_ERRORS).message).toContain('"\\x1b[31mred"');
  });

  it('quotes only the beginning of a value that fills the screen', () => {
    const details = { option: '--port', value: 'a'.repeat(5000), accepts: '1' };
    const error = new CodedError('ERR_OPTION_VALUE', 'no', { details });
    const { message } = explain(error, 'en', COMMON_ERRORS);
    expect(message).toContain(`${'a'.repeat(1000)}…`);
    expect(message.length).toBeLessThan(1100);
  });

  it('makes an unknown error harmless and honest', () => {
    const explained = explain(new Error('boom \u001b[31m'), 'en', COMMON_ERRORS);
    expect(explained).toMatchObject({
      exitCode: 1,
      message: 'An unexpected error: boom \\x1b[31m',
    });
  });

  it('does not take the details of an error that carries none', () => {
    const bare = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' });
    expect(explain(bare, 'id', COMMON_ERRORS).message).toContain('listen EADDRINUSE');
  });
});
