import { matchesMask } from '@praktikum/irc';
import type { Channel } from '../../state/channel.ts';

/** What the conditions of LIST look at. */
export interface ListedChannel extends Pick<Channel, 'key' | 'createdAt' | 'topic'> {
  readonly members: { readonly size: number };
}

type Condition = (channel: ListedChannel) => boolean;

/** `>5`, `<10`: members; `C>60`, `T<5`: minutes since it was made, or since its topic was set. */
const COMPARISON = /^([CT]?)([<>])(\d+)$/i;

const MINUTE_MS = 60_000;

/**
 * Which channels fit what stands in LIST: all of the conditions, and one of the names or masks if there are any.
 * Source: Modern IRC, ELIST parameter of RPL_ISUPPORT, with the letters C, M, N, T and U.
 * @param texts folded: `#kelas`, `*lab*`, `!*test*` (not), `>5`, `c<60`
 * @param now in ms since 1970
 */
export function parseListConditions(texts: readonly string[], now: number): Condition {
  const masks: string[] = [];
  const conditions: Condition[] = [];
  for (const text of texts) {
    const comparison = COMPARISON.exec(text);
    if (comparison !== null) conditions.push(compare(comparison, now));
    else if (text.startsWith('!')) conditions.push(({ key }) => !matchesMask(text.slice(1), key));
    else masks.push(text);
  }
  return (channel) =>
    (masks.length === 0 || masks.some((mask) => matchesMask(mask, channel.key))) &&
    conditions.every((fits) => fits(channel));
}

/** A channel without a topic has no time of it, and fits none of those conditions. */
function compare([, subject = '', sign, digits]: RegExpExecArray, now: number): Condition {
  const value = Number(digits);
  const measure = measures[subject.toUpperCase()]!;
  return (channel) => {
    const measured = measure(channel, now);
    if (measured === undefined) return false;
    return sign === '<' ? measured < value : measured > value;
  };
}

const measures: Readonly<
  Record<string, (channel: ListedChannel, now: number) => number | undefined>
> = {
  '': ({ members }) => members.size,
  C: ({ createdAt }, now) => (now - createdAt) / MINUTE_MS,
  T: ({ topic }, now) => topic && (now - topic.at * 1000) / MINUTE_MS,
};
