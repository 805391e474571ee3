import { describe, expect, it } from '@jest/globals';
import { ERRORS } from './errors.ts';

describe.each(['ERR_WORKER_START', 'ERR_RELOAD_INCOMPLETE'])('%s', (code) => {
  const message = (details: Record<string, string | number>, language: 'id' | 'en') =>
    ERRORS.errors[code]![language]({ renewed: 1, workers: 2, ...details }).message;

  it.each([
    [
      'one of our codes',
      { code: 'ERR_WORKER_LATE', reason: 'not ready after 10000 ms' },
      'worker tidak siap pada waktunya',
      'the worker was not ready in time',
    ],
    ['an exit', { exitCode: 7, reason: 'exit code 7' }, 'status keluar 7', 'exit status 7'],
    [
      'what a worker threw',
      { code: 'ERR_UNEXPECTED', reason: 'rusak' },
      /[ (]rusak[.)]/,
      /[ (]rusak[.)]/,
    ],
  ])('names %s in the language of its reader', (_name, details, id, en) => {
    expect(message(details, 'id')).toMatch(id);
    expect(message(details, 'en')).toMatch(en);
  });
});
