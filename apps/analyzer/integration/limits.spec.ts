import { describe, expect, it } from '@jest/globals';
import { runToEnd } from '@praktikum/peers';
import { ECHO, type ScriptedSegment } from './build-capture.ts';
import { answersByName } from './asked-questions.ts';
import { captureFiles } from './capture-files.ts';

const files = captureFiles();
const HANDSHAKE = ECHO.slice(0, 3);

async function explained(segments: readonly ScriptedSegment[], ...args: string[]) {
  const file = files.write(segments);
  const { stdout } = await runToEnd('analyzer', ['explain', file, '--lang', 'en', ...args]);
  return stdout.toString();
}

const answers = (segments: readonly ScriptedSegment[]) =>
  answersByName(files.write(segments), '--lang', 'en');

/** So many connection attempts, each from a port of its own. */
const attempts = (count: number): ScriptedSegment[] =>
  Array.from({ length: count }, (_, at) => ({ from: 'client', flags: 'S', port: 41_000 + at }));

/** Client and server in turn, one letter each. */
const turns = (count: number): ScriptedSegment[] =>
  Array.from({ length: count }, (_, at) => ({
    from: at % 2 === 0 ? 'client' : 'server',
    flags: 'PA',
    seq: 1 + Math.floor(at / 2),
    ack: 1 + Math.ceil(at / 2),
    text: 'x',
  }));

const segmentsOf = (count: number, text: string): ScriptedSegment[] =>
  Array.from({ length: count }, (_, at) => ({
    from: 'client',
    flags: 'PA',
    seq: 1 + at * text.length,
    ack: 1,
    text,
  }));

describe('explain', () => {
  it('lists so many conversations and counts the rest', async () => {
    const text = await explained(attempts(43));
    expect(text.match(/→ 10\.0\.0\.2:12345 /g)).toHaveLength(40);
    expect(text).toContain('… and 3 more');
  });

  it('shows so many turns and counts the rest', async () => {
    const segments = [...HANDSHAKE, ...turns(34)];
    const text = await explained(segments);
    expect(text.match(/^ {2}(→ client|← server): 1 byte/gm)).toHaveLength(30);
    expect(text).toContain('… 4 turns (--all shows them)');
    expect(await explained(segments, '--all')).not.toContain('--all shows them');
  });

  it('names so many frames below a label', async () => {
    const repeated = new Array<ScriptedSegment>(8).fill(ECHO[3]!);
    const text = await explained([...ECHO.slice(0, 4), ...repeated]);
    expect(text.match(/^ {4}· frame \d+ repeats/gm)).toHaveLength(5);
  });
});

describe('questions', () => {
  it('answers with ten of many, and counts the rest', async () => {
    const found = await answers([...HANDSHAKE, ...turns(14), ...attempts(12)]);
    const texts = found['text']!.answer;
    expect(texts.filter((line) => /→ client|← server/.test(line))).toHaveLength(10);
    expect(texts.at(-1)).toContain('… and 4 more');
    const connections = found['connections']!.answer;
    expect(connections.filter((line) => line.startsWith('stream'))).toHaveLength(10);
    expect(connections.at(-1)).toContain('… and 3 more');
    // All are connected from the beginning and are served one after the other.
    const clients = Array.from({ length: 13 }, (_, at) => 42_000 + at);
    const parts = (port: number, from: number, to: number) =>
      ECHO.slice(from, to).map((segment) => ({ ...segment, port }));
    const queue = await answers([
      ...clients.flatMap((port) => parts(port, 0, 4)),
      ...clients.flatMap((port) => parts(port, 4, 11)),
    ]);
    const waits = queue['threads']!.answer;
    expect(waits.filter((line) => line.startsWith('stream'))).toHaveLength(10);
    expect(waits.join()).toContain('… and 2 more');
  });

  it('follows the growth for ten round trips', async () => {
    const found = await answers([...HANDSHAKE, ...segmentsOf(30, 'x'.repeat(1000))]);
    expect(found['growth']!.data!['inFlight']).toHaveLength(10);
  });
});
