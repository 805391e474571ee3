import { ratioOf, spreadOf, type Spread } from '../statistics.ts';
import type { ThreadSample } from './measure-curves.ts';

/** Samples of one place on a curve. */
export type Place = Pick<ThreadSample, 'curve' | 'point' | 'workers'>;

/** Throughput beside that of one Node thread, round by round; undefined where there is none. */
export function speedUp(samples: readonly ThreadSample[], place: Place): Spread | undefined {
  const byRound = (workers: number) =>
    new Map(at(samples, { ...place, workers }).map(({ round, throughput }) => [round, throughput]));
  return ratioOf(byRound(place.workers), byRound(0));
}

/** Median of a figure. */
export function medianOf(
  samples: readonly ThreadSample[],
  place: Place,
  figure: 'throughput' | 'cpuMicros' | 'otherCores',
): number {
  return spreadOf(at(samples, place).map((sample) => sample[figure])).median;
}

function at(samples: readonly ThreadSample[], place: Place): ThreadSample[] {
  return samples.filter(
    ({ curve, point, workers }) =>
      curve === place.curve && point === place.point && workers === place.workers,
  );
}
