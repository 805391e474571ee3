import { describe, expect, it } from '@jest/globals';
import { runToEnd } from '@praktikum/peers';
import { ECHO, REFUSED, type ScriptedSegment } from './build-capture.ts';
import { answersByName, askedOf } from './asked-questions.ts';
import { captureFiles } from './capture-files.ts';

const files = captureFiles();

const answers = (segments: readonly ScriptedSegment[], ...args: string[]) =>
  answersByName(files.write(segments), ...args);

describe('questions', () => {
  it('begins with the three of the guide, in its own words', async () => {
    const found = await askedOf(files.write(ECHO), '--lang', 'id');
    const guide = found.filter(({ group }) => group === 'guide');
    expect(guide.map(({ number, question }) => `${number}. ${question}`)).toEqual([
      '1. Bagaimana cara kerja TCP 3-way handshake?',
      '2. Apa perbedaan antara TCP dan UDP?',
      '3. Mengapa perlu menggunakan multi-threading pada server?',
    ]);
    const [handshake, difference, threads] = guide;
    expect(handshake).toMatchObject({ missing: false, frames: [1, 2, 3] });
    expect(handshake!.answer.join()).toMatch(/Frame 1: .*1000.*Frame 2: .*5000.*Frame 3: .*5001/s);
    expect(difference!.data).toMatchObject({
      tcp: { segments: 11, withData: 2, bytes: 57 },
      udp: null,
    });
    expect(difference!.answer).toContain('node praktikum simple-server --udp');
    expect(threads).toMatchObject({ missing: true, data: { clients: 1, mostConnected: 1 } });
    expect(threads!.answer).toContain('node praktikum client swarm --clients 5');
  });

  it('says of a handshake that was not captured, or refused, what is missing', async () => {
    expect((await answers(ECHO.slice(3)))['handshake']).toMatchObject({
      missing: true,
      frames: [],
    });
    expect((await answers(REFUSED))['handshake']).toMatchObject({ missing: true, frames: [1] });
  });

  it('shows who waited for whom where a server serves one client at a time', async () => {
    const at = (port: number, from: number, to: number) =>
      ECHO.slice(from, to).map((segment) => ({ ...segment, port }));
    const queue = [
      ...at(40_000, 0, 4),
      ...at(40_001, 0, 4),
      ...at(40_000, 4, 11),
      ...at(40_001, 4, 11),
    ];
    const { threads } = await answers(queue, '--lang', 'en');
    expect(threads!.data).toEqual({ clients: 2, mostConnected: 2, mostServed: 1, waited: 1 });
    expect(threads!.answer.join()).toContain(
      'stream 1: frame 8 asks, frame 17 answers, 9.000 ms later, after stream 0 was done (frame 12)',
    );
  });

  it('shows that clients were served at once', async () => {
    const [one, other] = [40_000, 40_001].map((port) => ECHO.map((part) => ({ ...part, port })));
    const { threads } = await answers(one!.flatMap((part, place) => [part, other![place]!]));
    expect(threads).toMatchObject({ missing: false, data: { mostServed: 2, waited: 0 } });
  });

  it('answers all with frames and values', async () => {
    const found = await askedOf(files.write([...ECHO, ...REFUSED]), '--lang', 'en');
    expect(found.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(found.filter(({ group }) => group === 'labs')).toMatchObject([
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
    expect(found['roundTrips']!.data).toMatchObject({
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
    expect(far['roundTrips']!.answer.join()).toContain(note);
    expect((await answers(ECHO, '--lang', 'en'))['roundTrips']!.answer.join()).not.toContain(note);
  });

  it('names retransmissions, and what the window did', async () => {
    const full = { from: 'server', flags: 'A', seq: 37, ack: 22, window: 0 } as const;
    const found = await answers([...ECHO.slice(0, 5), ECHO[3]!, full]);
    expect(found['retransmissions']!.data).toMatchObject({ retransmissions: 1 });
    expect(found['retransmissions']!.frames).toEqual([6]);
    expect(found['window']!.data).toMatchObject({ smallest: 0, heldBack: true });
  });

  it('does not guess how much waited for an ACK where too little was captured', async () => {
    const gap = { from: 'client', flags: 'PA', seq: 90, ack: 1, text: 'x' } as const;
    const found = await answers([...ECHO.slice(0, 3), gap, ECHO[4]!], '--lang', 'en');
    expect(found['window']!.data).toMatchObject({ heldBack: false, mostInFlight: null });
    expect(found['window']!.answer.join()).toContain('cannot be said');
  });

  it('says why a connection was reset', async () => {
    const found = await answers(REFUSED);
    expect(found['reset']!.data).toEqual({
      reset: { by: 'server', cause: 'refused', certain: true },
    });
    expect(found['reset']!.frames).toEqual([2]);
  });

  it('says in which other connection there was a reset', async () => {
    const found = await answers([...ECHO, ...REFUSED], '--lang', 'en');
    expect(found['reset']!.answer).toEqual([
      'There is no reset in this connection; there is one in stream 1 (--stream N).',
    ]);
  });

  it('says what is missing when the capture began after the handshake', async () => {
    const found = await answers(ECHO.slice(3), '--lang', 'en');
    const missing = Object.values(found).filter((answer) => answer.missing);
    const names = ['handshake', 'threads', 'syn', 'synAck', 'growth'];
    expect(missing.map(({ name }) => name)).toEqual(names);
    expect(found['syn']!.answer.join()).toContain('Start it before the client');
    expect(found['client']!.data).toMatchObject({ guessed: true });
  });

  it.each(['id', 'en'])('prints them within 80 columns, frames as evidence (%s)', async (lang) => {
    const file = files.write(ECHO);
    const { stdout, code } = await runToEnd('analyzer', ['questions', file, '--lang', lang]);
    const text = stdout.toString();
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(text.match(/^ ?\d+\. /gm)).toHaveLength(20);
    expect(text).toContain(lang === 'id' ? 'Bukti: frame 1, 2' : 'Evidence: frame 1, 2');
    expect(code).toBe(0);
  });

  it('has nothing to answer without a connection', async () => {
    expect(await askedOf(files.write([]))).toEqual([]);
  });
});
