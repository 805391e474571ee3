import { describe, expect, it } from '@jest/globals';
import { createLogger, type LogLevel } from './logger.ts';

function collect(level: LogLevel = 'info') {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger(
    { service: 'contoh', language: 'id', level, format: 'json' },
    { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  return { logger, lines };
}

describe('createLogger', () => {
  it('writes one object a line with level, time and service first', () => {
    const { logger, lines } = collect();
    logger.info({ event: 'listening', port: 12345 }, 'Server berjalan');
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        service: 'contoh',
        event: 'listening',
        port: 12345,
        msg: 'Server berjalan',
      },
    ]);
  });

  it('makes what peers sent harmless, in the text and in every field', () => {
    const { logger, lines } = collect();
    logger.warn({ event: 'x', nick: 'a\u001b]0;judul\u0007' }, 'halo \u009b2J\u202e');
    expect(lines[0]).toMatchObject({ nick: 'a\\x1b]0;judul\\x07', msg: 'halo \\x9b2J\\u202e' });
  });

  it('never writes a secret', () => {
    const { logger, lines } = collect();
    logger.info({ event: 'login', password: 'rahasia', tls: { passphrase: 'rahasia' } }, 'masuk');
    expect(JSON.stringify(lines)).not.toContain('rahasia');
    expect(lines[0]).toMatchObject({ password: '***', tls: { passphrase: '***' } });
  });

  it('keeps to its level', () => {
    const { logger, lines } = collect('warn');
    logger.info({ event: 'a' }, 'a');
    logger.warn({ event: 'b' }, 'b');
    expect(lines.map(({ event }) => event)).toEqual(['b']);
  });

  it('does not change the object that it is given', () => {
    const { logger } = collect();
    const fields = Object.freeze({ event: 'x', text: 'a\u0000' });
    expect(() => logger.info(fields, 'x')).not.toThrow();
    expect(fields.text).toBe('a\u0000');
  });
});
