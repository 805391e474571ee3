import { describe, expect, it } from '@jest/globals';
import { describeErrorTable } from '@praktikum/testing';
import { ERRORS } from './errors.ts';

const DETAILS = {
  host: '10.0.0.1',
  port: 12345,
  ms: 500,
  reason: 'sebab',
  names: 'localhost',
  sent: 3,
  received: 2,
  expected: 'key',
  lost: 1,
  bytes: 70_000,
  most: 65_507,
  failed: 1,
  clients: 2,
  client: 1,
  problems: 2,
  path: 'a.pem',
  holds: 'key',
  date: '2026-01-31',
  cert: 'a.pem',
  given: 'no',
};

// What these say stands in the lines before them.
describeErrorTable(ERRORS.errors, DETAILS, ['ERR_INTERRUPTED', 'ERR_PROBLEMS_FOUND']);

describe('ERRORS', () => {
  it.each([
    ['ENETUNREACH', 'EHOSTUNREACH'],
    ['EAI_AGAIN', 'ENOTFOUND'],
    ['EPIPE', 'ECONNRESET'],
  ])('takes %s for what it amounts to: %s', (code, same) => {
    expect(ERRORS.errors[same]).toBeDefined();
    expect(ERRORS.errors[code]).toBe(ERRORS.errors[same]);
  });
});
