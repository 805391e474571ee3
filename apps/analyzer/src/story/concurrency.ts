import type { Moment, ServiceTimes } from './service-times.ts';

/** A client that was answered only when another one had gone. */
interface Waiting {
  readonly stream: number;
  readonly asked: Moment;
  readonly answered: Moment;
  /** Who was served meanwhile, and when the server was done with it. */
  readonly behind: number;
  readonly gone: Moment;
}

/** What the clients of one server show of how it served them. */
export interface Concurrency {
  /** The most that were connected at once. */
  readonly mostConnected: number;
  /** The most that had been answered and were not gone at once: more than one, and nobody had to wait. */
  readonly mostServed: number;
  /** Where one client was served at a time: those who waited for others. */
  readonly waited: readonly Waiting[];
  /** Two of whom one was answered while the other was still being served; undefined when there are none. */
  readonly interleaved: readonly [Served, Served] | undefined;
  /** The one who waited longest for a first answer, in nanoseconds. */
  readonly longest: { readonly stream: number; readonly wait: number } | undefined;
}

/**
 * Judges by its clients how many a server serves at once.
 * @param times of the connections to one server
 */
export function concurrencyOf(times: readonly ServiceTimes[]): Concurrency {
  const served = times
    .filter(isServed)
    .toSorted((one, other) => one.answered.at - other.answered.at);
  const mostServed = mostAtOnce(served.map(({ answered, gone }) => [answered, gone]));
  const waits = served.map(({ conversation, asked, answered }) => ({
    stream: conversation.stream,
    wait: answered.at - asked.at,
  }));
  const [longest] = waits.toSorted((one, other) => other.wait - one.wait);
  return {
    mostConnected: mostAtOnce(times.map(({ first, last }) => [first, last])),
    mostServed,
    waited:
      mostServed > 1 ? [] : served.flatMap((client, place) => waitingOf(client, served[place - 1])),
    interleaved: interleaved(served),
    longest,
  };
}

type Served = ServiceTimes & Record<'asked' | 'answered', Moment>;

/** A server that greets has answered before it was asked: that says nothing of how long anybody waits. */
function isServed(times: ServiceTimes): times is Served {
  const { asked, answered } = times;
  return asked !== undefined && answered !== undefined && answered.at >= asked.at;
}

/** @param before who was answered last before it */
function waitingOf(client: Served, before: Served | undefined): Waiting[] {
  const { asked, answered, conversation } = client;
  if (!before || before.gone.at <= asked.at || before.gone.at > answered.at) return [];
  const { stream } = conversation;
  return [{ stream, asked, answered, behind: before.conversation.stream, gone: before.gone }];
}

/** @param served in the order of their first answers */
function interleaved(served: readonly Served[]): readonly [Served, Served] | undefined {
  for (const [place, one] of served.entries()) {
    const other = served[place + 1];
    if (other && other.answered.at < one.gone.at) return [one, other];
  }
  return undefined;
}

/** The most spans that have begun and not ended at any moment. */
function mostAtOnce(spans: readonly (readonly [from: Moment, to: Moment])[]): number {
  const steps = spans
    .flatMap(([from, to]) => [[from.at, 1] as const, [to.at, -1] as const])
    // Who ends at the moment at which another begins makes room for it.
    .toSorted(([at, step], [other, otherStep]) => at - other || step - otherStep);
  let [open, most] = [0, 0];
  for (const [, step] of steps) {
    open += step;
    most = Math.max(most, open);
  }
  return most;
}
