import { describe, expect, it } from '@jest/globals';
import type { RelayDecision } from '@praktikum/peers';
import { jsonReport, textReport } from './relay-report.ts';
import { RelayTally } from './relay-tally.ts';
import { RELAY_TEXTS } from './texts.ts';

const [id, en] = [textReport(RELAY_TEXTS.id), textReport(RELAY_TEXTS.en)];

function decision(changes: Partial<RelayDecision> = {}): RelayDecision {
  return {
    ...{ atMs: 1234.5678, direction: 'to-server', client: 2, number: 7 },
    ...{ datagram: Buffer.from('#7 halo'), lost: false, overflow: false },
    ...{ duplicated: false, heldBack: false, delayMs: 0 },
    ...changes,
  };
}

describe('a line of a decision', () => {
  it.each([
    ['passed', {}, 'diteruskan', 'passed'],
    ['lost', { lost: true, delayMs: 5 }, 'dibuang', 'lost'],
    [
      'too much',
      { overflow: true },
      'dibuang (terlalu banyak di jalan)',
      'lost (too many on the way)',
    ],
    ['late', { delayMs: 52.34 }, 'ditunda 52,3 ms', 'delayed by 52.3 ms'],
    [
      'held back and double',
      { heldBack: true, duplicated: true },
      'ditahan sampai berikutnya lewat, ganda',
      'held back until the next has passed, doubled',
    ],
  ])('says that it is %s', (_, changes, inIndonesian, inEnglish) => {
    expect(id.decision(decision(changes))).toBe(
      `1,235 s client 2 → server no 7, 7 byte, ${inIndonesian}: "#7 halo"`,
    );
    expect(en.decision(decision(changes))).toBe(
      `1.235 s client 2 → server no 7, 7 bytes, ${inEnglish}: "#7 halo"`,
    );
  });

  it('shows the beginning of a datagram, and nothing that steers a terminal', () => {
    const datagram = Buffer.from(`\u001b[2J\n\xff${'x'.repeat(100)}`, 'latin1');
    const line = id.decision(decision({ direction: 'to-client', datagram }));
    expect(line).toContain('server → client 2 no 7, 106 byte');
    expect(line).toMatch(/: "\\x1b\[2J\\n.*x{26}…"$/);
  });
});

describe('the first lines', () => {
  const start = {
    endpoint: { host: '127.0.0.1', port: 12346 },
    server: { host: '::1', port: 12345 },
    network: { loss: 0.1, duplicate: 0.005, reorder: 0, delayMs: 50, jitterMs: 20, seed: 42 },
  };

  it('say where it listens, to whom it passes, and how to repeat it', () => {
    expect(id.start(start).slice(0, 2)).toEqual([
      'Relay UDP mendengarkan di 127.0.0.1:12346, meneruskan ke [::1]:12345',
      'Dibuang 10%, ganda 0,5%, ditahan 0%, 50 ms ± 20 ms; untuk mengulang: --seed 42',
    ]);
  });

  it('are one document for programs', () => {
    const [line, ...others] = jsonReport.start(start);
    expect(others).toEqual([]);
    expect(JSON.parse(line!)).toEqual({
      event: 'listening',
      ...start.endpoint,
      server: start.server,
      ...start.network,
    });
  });
});

describe('the last lines', () => {
  const tally = new RelayTally();
  const fates = [{}, { lost: true }, { delayMs: 5, duplicated: true }, { heldBack: true }];
  for (const fate of fates) tally.decided(decision(fate));
  tally.decided(decision({ direction: 'to-client', overflow: true, duplicated: true }));
  const counts = tally.end({ 'to-server': 1, 'to-client': 0 });

  it('count both directions', () => {
    expect(en.end({ counts, ms: 2500, seed: 42 })).toEqual([
      'Ended after 2.500 s, --seed 42',
      'client → server: 4 taken, 1 lost, 3 passed, 1 doubled, 1 delayed, 1 held back, ' +
        '1 still on the way when the relay stopped',
      'server → client: 1 taken, 0 lost, 0 passed, 0 doubled, 0 delayed, 0 held back, ' +
        '1 lost because too many were on the way',
    ]);
  });

  it('are one document for programs', () => {
    const [line] = jsonReport.end({ counts, ms: 2500, seed: 42 });
    expect(JSON.parse(line!)).toMatchObject({
      ...{ event: 'summary', ms: 2500, seed: 42 },
      toServer: { taken: 4, lost: 1, passed: 3, cut: 1 },
      toClient: { taken: 1, overflow: 1, passed: 0 },
    });
  });
});

it('a decision for programs has its datagram as bytes and a head', () => {
  expect(JSON.parse(jsonReport.decision(decision({ delayMs: 1.23456 })))).toEqual({
    ...{ event: 'datagram', atMs: 1234.568, direction: 'to-server', client: 2, number: 7 },
    ...{ lost: false, overflow: false, duplicated: false, heldBack: false, delayMs: 1.235 },
    ...{ bytes: 7, head: '#7 halo' },
  });
});
