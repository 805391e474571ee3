import { describe, expect, it } from '@jest/globals';
import { runToEnd } from '@praktikum/peers';
import { ECHO, REFUSED, type ScriptedSegment } from './build-capture.ts';
import { captureFiles } from './capture-files.ts';

interface Answer {
  readonly number: number;
  readonly question: string;
  readonly answer: readonly string[];
  readonly frames: readonly number[];
  readonly missing: boolean;
  readonly data?: Readonly<Record<string, unknown>>;
}

const files = captureFiles();

async function answers(segments: readonly ScriptedSegment[], ...args: string[]) {
  const file = files.write(segments);
  const { stdout } = await runToEnd('analyzer', ['questions', file, '--json', ...args]);
  return JSON.parse(stdout.toString()) as Answer[];
}

describe('questions', () => {
  it('answers all seventeen with frames and values', async () => {
    const found = await answers([...ECHO, ...REFUSED], '--lang', 'en');
    expect(found.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, i) => i + 1));
    expect(found).toMatchObject([
      { data: { address: '10.0.0.1:40000', guessed: false }, frames: [1] },
      { data: { address: '10.0.0.2:12345' } },
      { data: { raw: 1000, relative: 0 }, frames: [1] },
      { data: { raw: 5000, acknowledgement: 1001, sackPermitted: true }, frames: [1, 2] },
      { data: { from: 'client', sequence: 1, raw: 1001, length: 21 }, frames: [4] },
      { data: { sender: 'server', segments: [{ frame: 6, acknowledgedBy: 7, sample: 0.001 }] } },
      { data: { lengths: [36] } },
      { data: { smallest: 502, heldBack: false }, frames: [1] },
      { data: { retransmissions: 0 }, frames: [] },
      { data: { medianBytes: 36, acknowledgements: 1, delayed: [] } },
      { data: { bytes: 36, seconds: 0.001 }, frames: [6, 7] },
      { missing: true },
      { data: { turns: [{ frames: [4], text: 'Ini pesan dari client' }, { frames: [6] }] } },
      { data: { replies: [{ asked: 4, answered: 6, echo: true, seconds: 0.002 }] } },
      {
        data: { closedFirst: 'client', segments: 4, timeWait: ['client'] },
        frames: [8, 9, 10, 11],
      },
      { data: { reset: null } },
      { data: { count: 2, connections: [{ ending: 'closed' }, { ending: 'refused' }] } },
    ]);
  });

  it('computes the estimate of the round trip from its samples', async () => {
    const data = (seq: number): ScriptedSegment[] => [
      { from: 'client', flags: 'PA', seq, ack: 1, text: 'x' },
      { from: 'server', flags: 'A', seq: 1, ack: seq + 1 },
    ];
    const late = { from: 'client', flags: 'A', seq: 1, ack: 1 } as const;
    const [sent, acked] = data(2) as [ScriptedSegment, ScriptedSegment];
    const found = await answers([...ECHO.slice(0, 3), ...data(1), sent, late, late, acked]);
    expect(found[5]!.data).toMatchObject({
      sender: 'client',
      segments: [
        { sample: 0.001, estimate: 0.001 },
        { sample: 0.003, estimate: 0.00125 },
      ],
    });
  });

  it('says when the capture was made where round trips are not seen', async () => {
    const note = 'The capture was made near the receiver';
    const [syn, ...others] = ECHO;
    // Something else for 15 ms between the SYN and its answer: the server sends most, and is far away.
    const waiting = Array.from({ length: 15 }, (_, at): ScriptedSegment => ({
      ...{ from: 'client', flags: 'S', port: 41_000 + at },
    }));
    const far = await answers([syn!, ...waiting, ...others], '--lang', 'en');
    expect(far[5]!.answer.join()).toContain(note);
    expect((await answers(ECHO, '--lang', 'en'))[5]!.answer.join()).not.toContain(note);
  });

  it('names retransmissions, and what the window did', async () => {
    const full = { from: 'server', flags: 'A', seq: 37, ack: 22, window: 0 } as const;
    const found = await answers([...ECHO.slice(0, 5), ECHO[3]!, full]);
    expect(found[8]!.data).toMatchObject({ retransmissions: 1 });
    expect(found[8]!.frames).toEqual([6]);
    expect(found[7]!.data).toMatchObject({ smallest: 0, heldBack: true });
  });

  it('does not guess how much waited for an ACK where too little was captured', async () => {
    const gap = { from: 'client', flags: 'PA', seq: 90, ack: 1, text: 'x' } as const;
    const found = await answers([...ECHO.slice(0, 3), gap, ECHO[4]!], '--lang', 'en');
    expect(found[7]!.data).toMatchObject({ heldBack: false, mostInFlight: null });
    expect(found[7]!.answer.join()).toContain('cannot be said');
  });

  it('says why a connection was reset', async () => {
    const found = await answers(REFUSED);
    expect(found[15]!.data).toEqual({ reset: { by: 'server', cause: 'refused', certain: true } });
    expect(found[15]!.frames).toEqual([2]);
  });

  it('says in which other connection there was a reset', async () => {
    const found = await answers([...ECHO, ...REFUSED], '--lang', 'en');
    expect(found[15]!.answer).toEqual([
      'There is no reset in this connection; there is one in stream 1 (--stream N).',
    ]);
  });

  it('says what is missing when the capture began after the handshake', async () => {
    const found = await answers(ECHO.slice(3), '--lang', 'en');
    expect(found.filter(({ missing }) => missing).map(({ number }) => number)).toEqual([3, 4, 12]);
    expect(found[2]!.answer.join()).toContain('Start it before the client');
    expect(found[0]!.data).toMatchObject({ guessed: true });
  });

  it.each(['id', 'en'])('prints them within 80 columns, frames as evidence (%s)', async (lang) => {
    const file = files.write(ECHO);
    const { stdout, code } = await runToEnd('analyzer', ['questions', file, '--lang', lang]);
    const text = stdout.toString();
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(text.match(/^ ?\d+\. /gm)).toHaveLength(17);
    expect(text).toContain(lang === 'id' ? 'Bukti: frame 1, 2' : 'Evidence: frame 1, 2');
    expect(code).toBe(0);
  });

  it('has nothing to answer without a connection', async () => {
    expect(await answers([])).toEqual([]);
  });
});
