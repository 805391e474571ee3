import { describe, expect, it } from '@jest/globals';
import { runToEnd } from '@praktikum/peers';
import { ECHO, type ScriptedSegment } from './build-capture.ts';
import { answersByName } from './asked-questions.ts';
import { captureFiles } from './capture-files.ts';

const files = captureFiles();
const OPEN = ECHO.slice(0, 3);
const DATA: ScriptedSegment = { from: 'client', flags: 'PA', seq: 1, ack: 1 };

interface Explained {
  readonly unusual: readonly { readonly label: string; readonly frames: readonly number[] }[];
  readonly remarks: readonly string[];
  readonly close: { readonly text: readonly string[]; readonly states: unknown };
  readonly handshake: { readonly text: readonly string[] };
}

async function run(command: string, segments: readonly ScriptedSegment[], ...args: string[]) {
  const file = files.write(segments);
  return (await runToEnd('analyzer', [command, file, ...args])).stdout.toString();
}

async function words(segments: readonly ScriptedSegment[], lang = 'en') {
  return (await run('explain', segments, '--lang', lang)).replaceAll(/\s+/g, ' ');
}

async function explained(segments: readonly ScriptedSegment[]) {
  const { explained: story } = JSON.parse(await run('explain', segments, '--json')) as {
    explained: Explained;
  };
  return { ...story, labels: story.unusual.map(({ label, frames }) => [label, ...frames]) };
}

async function answer(name: string, segments: readonly ScriptedSegment[]) {
  const { answer: text, data } = (await answersByName(files.write(segments), '--lang', 'en'))[
    name
  ]!;
  return { text: text.join(' '), data };
}

describe('what the capture shows, and no more', () => {
  it('explains duplicate ACKs by what was sent, and not as copies', async () => {
    const sent = Array.from({ length: 3 }, (_, at): ScriptedSegment => ({
      ...{ ...DATA, seq: 1 + at * 4, text: 'data', at: 21 + at / 100 },
    }));
    const acks = Array.from({ length: 4 }, (_, at): ScriptedSegment => ({
      ...{ from: 'server', flags: 'A', seq: 1, ack: 5, ipId: 0, at: 41 + at / 100 },
    }));
    const again: ScriptedSegment = { ...sent[1]!, at: 41.1 };
    const { labels } = await explained([...OPEN, ...sent, ...acks, again]);
    expect(labels).toEqual([
      ['duplicate_ack', 8, 9, 10],
      ['retransmission', 11],
      ['fast_retransmission', 11],
    ]);
    const text = await words([...OPEN, ...sent, ...acks, again]);
    expect(text).toContain('frame 8: bytes behind that number had been sent');
  });

  it('names no cause of a duplicate ACK where nothing was sent', async () => {
    const segments: ScriptedSegment[] = [...OPEN, { from: 'server', flags: 'A', seq: 1, ack: 1 }];
    const twice = [...segments, { ...segments[3]! }];
    expect(await words(twice)).toContain('why is not seen');
    expect(await words(twice, 'id')).toContain('sebabnya tak terlihat');
  });

  it('names the frame that a duplicate ACK answers', async () => {
    const text = await words([...OPEN, OPEN[1]!, OPEN[2]!]);
    expect(text).toContain('frame 5 answers frame 4, which brought nothing new');
  });

  const fromClient: ScriptedSegment[] = [
    { from: 'client', flags: 'S' },
    { from: 'client', flags: 'A', seq: 1, ack: 1 },
    { ...DATA, text: 'ping\n' },
    { from: 'client', flags: 'A', seq: 6, ack: 6 },
    { from: 'client', flags: 'FA', seq: 6, ack: 6 },
    { from: 'client', flags: 'A', seq: 7, ack: 7 },
  ];

  it('says that one direction only was captured, and what its ACKs prove of the other', async () => {
    const { remarks, close, handshake } = await explained(fromClient);
    expect(close.states).toEqual({ client: 'UNKNOWN', server: 'UNKNOWN' });
    expect(remarks).toHaveLength(1);
    const text = await words(fromClient);
    expect(text).toContain('Only segments of the client were captured');
    expect(text).toContain(
      'ack 1 (frame 2), its SYN; ack 6 (frame 4), 5 bytes more; ack 7 (frame 6)',
    );
    expect(text).toContain('Who closed first cannot be said');
    expect(text).not.toContain('LISTEN');
    expect(handshake.text.join(' ')).toContain('5001');
    expect((await answer('window', fromClient)).text).toContain(
      'No segment of the receiver was captured',
    );
    expect((await answer('synAck', fromClient)).text).toContain('Only segments of the client');
    expect(await words(fromClient, 'id')).toContain('Hanya segmen dari client yang terekam');
    expect(await run('conversations', fromClient)).toContain('"heardAlone":"client"');
  });

  it('does not know who closed first where a FIN acknowledges what was not captured', async () => {
    const fromServer: ScriptedSegment[] = [
      { from: 'server', flags: 'SA', ack: 1 },
      { from: 'server', flags: 'PA', seq: 1, ack: 6, text: 'pong\n' },
      { from: 'server', flags: 'FA', seq: 6, ack: 7 },
    ];
    const { text, data } = await answer('close', fromServer);
    expect(text).toContain('Who closed first cannot be said');
    expect(data).toEqual({ closedFirst: null, segments: null, timeWait: [] });
  });

  it('does not say that somebody listens who never answered', async () => {
    const { close } = await explained([OPEN[0]!]);
    expect(close.states).toEqual({ client: 'SYN-SENT', server: 'UNKNOWN' });
  });

  it('lets segments that must be ignored move nothing', async () => {
    const other: ScriptedSegment = { from: 'server', flags: 'SA', seq: 99_000_000, ack: 1 };
    const reset: ScriptedSegment = { from: 'server', flags: 'R', seq: 900_000_000 };
    const more: ScriptedSegment[] = [
      { from: 'server', flags: 'PA', seq: 1, ack: 1, text: 'x'.repeat(1280) },
      { from: 'client', flags: 'A', seq: 1, ack: 1281 },
    ];
    for (const ignored of [other, reset]) {
      const segments = [...OPEN, ignored, ...more];
      expect((await explained(segments)).labels).toEqual([['ignored', 4]]);
      expect((await answer('window', segments)).data).toMatchObject({ mostInFlight: 1280 });
    }
  });

  it('tells SYNs after a refusal from SYNs without an answer', async () => {
    const refused = Array.from({ length: 6 }, (_, index): ScriptedSegment =>
      index % 2 === 0
        ? { from: 'client', flags: 'S', at: index * 250 }
        : { from: 'server', flags: 'RA', ack: 1, at: index * 250 },
    );
    expect((await explained(refused)).labels).toEqual([['connect_retry', 3, 5]]);
    const text = await words(refused);
    expect(text).toContain('The client tried again (frame 3, 5)');
    expect(text).toContain('refused 3 times');
    expect(text).not.toContain('no answer');
    expect((await answer('retransmissions', refused)).data).toMatchObject({ retransmissions: 0 });
  });

  it.each<[string, number, string, string]>([
    ['that takes the data in the SYN', 6, 'ISN + 1 + 5 bytes (1000 + 1 + 5)', '5 bytes of data'],
    ['that does not fit', 900, 'does not fit the SYN: ack = 1900, not 1001', 'does not fit'],
  ])('tells a SYN-ACK %s', async (_, ack, told, answered) => {
    const segments: ScriptedSegment[] = [
      { from: 'client', flags: 'S', text: 'hello' },
      { from: 'server', flags: 'SA', ack },
    ];
    expect(await words(segments)).toContain(told);
    expect((await answer('synAck', segments)).text).toContain(answered);
  });

  it('calls other bytes at the same numbers no repetition', async () => {
    const segments = [...OPEN, { ...DATA, text: 'GOOD' }, { ...DATA, text: 'EVIL', at: 300 }];
    expect((await explained(segments)).labels).toEqual([['conflicting_data', 5]]);
    expect(await words(segments)).toContain('has the numbers of frame 4, but other bytes');
    expect((await answer('retransmissions', segments)).text).toContain('Not repetitions: frame 5');
    const same = [...OPEN, { ...DATA, text: 'GOOD' }, { ...DATA, text: 'GOOD', at: 300 }];
    expect((await explained(same)).labels).toEqual([['retransmission', 5]]);
  });

  it('sees that the capture shows an ACK before its data', async () => {
    const ack: ScriptedSegment = { from: 'server', flags: 'A', seq: 1, ack: 6, at: 30 };
    const segments = [...OPEN, ack, { ...DATA, text: 'hello', at: 30.1 }];
    expect((await explained(segments)).labels).toEqual([['capture_reordered', 5]]);
    expect(await words(segments)).toContain('frame 5 is acknowledged by frame 4 already');
  });

  it('computes nothing from times that go back', async () => {
    const segments: ScriptedSegment[] = [
      ...OPEN,
      { ...DATA, text: 'a', at: 500 },
      { from: 'server', flags: 'PA', seq: 1, ack: 2, text: 'b', at: 100 },
    ];
    const text = await words(segments);
    expect(text).toContain('The times of the capture go back: frame 5');
    expect(text).not.toMatch(/-\d+(\.\d+)? ms/);
    expect((await answer('echo', segments)).text).toContain('the times go back');
    expect(await words(segments, 'id')).toContain('Waktu di rekaman berjalan mundur: frame 5');
  });

  it('counts the window of a SYN, unscaled', async () => {
    const segments: ScriptedSegment[] = [
      OPEN[0]!,
      { ...OPEN[1]!, window: 4000 },
      OPEN[2]!,
      { ...DATA, text: 'data' },
      { from: 'server', flags: 'A', seq: 1, ack: 5, window: 8000 },
    ];
    expect((await answer('window', segments)).data).toMatchObject({ smallest: 4000 });
  });

  it('says which byte is urgent', async () => {
    const segments: ScriptedSegment[] = [
      ...OPEN,
      { ...DATA, text: 'abc' },
      { ...DATA, flags: 'PAU', seq: 4, text: 'X', urgentPointer: 1 },
      { ...DATA, seq: 5, text: 'def' },
    ];
    const text = await words(segments);
    expect(text).toContain('frame 5 carries an urgent byte, which recv does not give by default');
    expect(text).toContain('frame 5: the urgent byte is "X"');
    expect(await words(segments, 'id')).toContain('byte mendesaknya "X"');
  });
});

describe('delayed ACKs', () => {
  const at = (segments: readonly ScriptedSegment[], times: readonly number[]) =>
    segments.map((segment, index) => ({ ...segment, at: times[index]! }));
  const open = at(OPEN, [0, 50, 50.01]);
  const sent = [60, 60.1, 60.2].map((time, index): ScriptedSegment => ({
    ...{ ...DATA, seq: 1 + index * 4, text: 'data', at: time },
  }));
  const ack = (number: number, time: number): ScriptedSegment => ({
    ...{ from: 'server', flags: 'A', seq: 1, ack: number, at: time },
  });

  it('takes no round trip for a delay, and says where the capture was made', async () => {
    const { text, data } = await answer('acknowledgements', [
      ...open,
      ...sent,
      ack(5, 110),
      ack(13, 110.2),
    ]);
    expect(data).toMatchObject({ delayed: [], coverSeveral: [8], capturedNear: 'sender' });
    expect(text).toContain('made near the sender');
    expect(text).toContain('Two or more segments are covered by 1 of them: frame 8');
  });

  it('finds what waited longer than its way', async () => {
    const { data } = await answer('acknowledgements', [
      ...open,
      ...sent,
      ack(5, 110),
      ack(13, 150),
    ]);
    expect(data).toMatchObject({ delayed: [8], roundTrip: 0.05 });
  });

  it('takes no wait for a repetition for a delay', async () => {
    const again = { ...sent[1]!, at: 200 };
    const { data } = await answer('acknowledgements', [
      ...open,
      ...sent,
      ack(5, 110),
      again,
      ack(13, 250),
    ]);
    expect(data).toMatchObject({ delayed: [] });
  });

  it('does not judge where the round trip is not known', async () => {
    const { text } = await answer('acknowledgements', [sent[0]!, ack(5, 100)]);
    expect(text).toContain('cannot be said');
  });
});
