/**
 * Targets of one command: `PRIVMSG a,b,c :halo`.
 * @unit targets
 * @against one line that becomes thousands
 * @provenBy ../../../integration/limits.spec.ts: take no more targets in one command than it says
 */
export const MAX_TARGETS = 20;

/** `a,b,c` as a list, without empty ones and without doubles, and no longer than the limit. */
export function targetsOf(list: string): string[] {
  return [...new Set(list.split(',').filter((target) => target !== ''))].slice(0, MAX_TARGETS);
}
