import { spreadOf, threeDigits } from '../statistics.ts';
import type { ThreadSample } from './measure-curves.ts';

/** Samples of one place on a curve. */
export type Place = Pick<ThreadSample, 'curve' | 'point' | 'workers'>;

/**
 * Throughput beside that of one Node thread: the one figure of the table divided by the other, as
 * they are shown there, so that a reader can do the sum. Undefined where one is missing.
 */
export function speedUp(samples: readonly ThreadSample[], place: Place): number | undefined {
  const oneThread = { ...place, workers: 0 };
  if (at(samples, place).length === 0 || at(samples, oneThread).length === 0) return undefined;
  const shown = (where: Place) => threeDigits(medianOf(samples, where, 'throughput'));
  return shown(place) / shown(oneThread);
}

/** Median of a figure. */
export function medianOf(
  samples: readonly ThreadSample[],
  place: Place,
  figure: 'throughput' | 'cpuMicros' | 'loadShare',
): number {
  return spreadOf(at(samples, place).map((sample) => sample[figure])).median;
}

function at(samples: readonly ThreadSample[], place: Place): ThreadSample[] {
  return samples.filter(
    ({ curve, point, workers }) =>
      curve === place.curve && point === place.point && workers === place.workers,
  );
}
