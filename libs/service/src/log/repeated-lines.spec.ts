import { describe, expect, it } from '@jest/globals';
import { createLogger, type LogLevel } from './logger.ts';
import { RepeatedLines } from './repeated-lines.ts';

function collect(level: LogLevel = 'info') {
  const lines: string[] = [];
  const log = createLogger(
    { service: 'contoh', language: 'id', level, format: 'json' },
    { write: (line: string) => void lines.push(line) },
  ).child({ worker: 2 });
  return { log, lines, repeated: new RepeatedLines(log, 'received') };
}

const withoutTime = (line: string | undefined) =>
  line?.replace(/"time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/, '"time":""');

describe('RepeatedLines', () => {
  it.each(['Dari 127.0.0.1:5000: halo', 'é "dikutip" \\ 😀', 'ESC \u001b[2J \u202e\n', ''])(
    'writes %j as the logger does, byte by byte',
    (text) => {
      const { log, lines, repeated } = collect();
      const fields = { connection: 7, remote: '127.0.0.1:5000' };
      log.info({ event: 'received', ...fields, bytes: 4 }, text);
      repeated.write(repeated.share(fields), 4, text);
      expect(withoutTime(lines[1])).toBe(withoutTime(lines[0]));
    },
  );

  it('makes fields harmless too', () => {
    const { lines, repeated } = collect();
    repeated.write(repeated.share({ remote: '\u001b[2J' }), 1, 'x');
    expect(JSON.parse(lines[0]!)).toMatchObject({ remote: '\\x1b[2J' });
  });

  it('gives every line its own time', async () => {
    const { lines, repeated } = collect();
    const shared = repeated.share({});
    const before = Date.now();
    repeated.write(shared, 1, 'x');
    while (Date.now() === before);
    repeated.write(shared, 1, 'y');
    const [first, second] = lines.map((line) => Date.parse(JSON.parse(line).time));
    expect(first).toBeGreaterThanOrEqual(before);
    expect(second).toBeGreaterThan(before);
  });

  it.each([
    ['info', true],
    ['debug', true],
    ['warn', false],
  ] as const)('knows whether level %s shows them: %s', (level, enabled) => {
    expect(collect(level).repeated.enabled).toBe(enabled);
  });
});
