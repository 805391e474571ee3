import { forEach } from '../words.ts';
import type { Missing } from './evidence.ts';

/** What is missing for the same reason is told of together: three captures that nobody may make. */
export function joinMissing(missing: readonly Missing[]): Missing[] {
  const byReason = Map.groupBy(missing, ({ why, remedies }) => JSON.stringify([why, remedies]));
  return [...byReason.values()].map((same) => {
    const what = forEach((language) => same.map((one) => one.what[language]).join(', '));
    return { ...same[0]!, what };
  });
}
