import { describe, expect, it } from '@jest/globals';
import { CASES } from './cases/cases.ts';
import { PEERS } from './peers/peers.ts';
import { checkRatios, REQUIRED_RATIOS, type RequiredRatio } from './ratios.ts';
import type { Sample } from './samples.ts';

const key = (peer: string) =>
  ({ peer, case: 'short', logging: 'off', figure: 'throughput' }) as const;

const sample = (peer: string, round: number, throughput: number): Sample => ({
  peer,
  case: 'short',
  logging: 'off',
  round,
  figures: { throughput },
});

const CORES = 2;

const SAMPLES = [
  ...[sample('ours', 1, 10), sample('theirs', 1, 5)],
  ...[sample('ours', 2, 30), sample('theirs', 2, 10)],
  ...[sample('ours', 3, 12), sample('theirs', 3, 6)],
];

function check(ratio: Pick<RequiredRatio, 'bound' | 'limit'> & Partial<RequiredRatio>) {
  const [checked] = checkRatios(SAMPLES, CORES, [
    { what: 'a ratio', of: key('ours'), to: key('theirs'), ...ratio },
  ]);
  return checked!;
}

describe('checkRatios', () => {
  it('judges by the median of the rounds', () => {
    expect(check({ bound: 'at least', limit: 2 })).toMatchObject({
      value: { median: 2, min: 2, max: 3 },
      verdict: 'met',
    });
  });

  it.each([
    ['at least', 2.1, 'missed'],
    ['at most', 2, 'met'],
    ['at most', 1.9, 'missed'],
  ] as const)('%s %d is %s', (bound, limit, verdict) => {
    expect(check({ bound, limit }).verdict).toBe(verdict);
  });

  it('takes the figure itself where nothing is to stand beside it', () => {
    const [checked] = checkRatios(SAMPLES, CORES, [
      { what: 'a figure', of: key('ours'), bound: 'at most', limit: 12 },
    ]);
    expect(checked).toMatchObject({ value: { median: 12 }, verdict: 'met' });
  });

  it('gives no verdict where the load generator takes the cores that the server would need', () => {
    const required = { bound: 'at least', limit: 3 } as const;
    expect(check({ ...required, cores: CORES + 1 }).verdict).toBe('too few cores');
    expect(check({ ...required, cores: CORES }).verdict).toBe('missed');
  });

  it('says that it was not measured', () => {
    const checked = check({ to: key('nobody'), bound: 'at least', limit: 1 });
    expect(checked).toMatchObject({ value: undefined, verdict: 'not measured' });
  });
});

describe('REQUIRED_RATIOS', () => {
  it.each(
    REQUIRED_RATIOS.flatMap(({ what, of, to }) => [of, to ?? of].map((each) => [what, each])),
  )('%s: there is such a peer and such a case', (_what, each) => {
    const { peer, case: name } = each as ReturnType<typeof key>;
    expect(PEERS.map((known) => known.name)).toContain(peer);
    expect(CASES.map((known) => known.name)).toContain(name);
  });
});
