import { Random } from '@praktikum/peers';

/** What a hostile or careless client does, and then leaves. */
const MISCHIEFS = [
  'reset-at-once',
  'reset-in-the-middle',
  'garbage',
  'garbage-below-tls',
  'half-close-at-once',
  'never-reads',
  'says-nothing',
] as const;
export type Mischief = (typeof MISCHIEFS)[number];

/** What happens to a server, in turn. */
export type Step =
  | { readonly do: 'crowd'; readonly clients: number; readonly messages: number }
  | { readonly do: 'mischief'; readonly kinds: readonly Mischief[] }
  | { readonly do: 'reload' };

/** Those that leave a server which serves one client at a time its place. */
const THAT_LEAVE = ['reset-at-once', 'reset-in-the-middle', 'half-close-at-once'] as const;

/** Clients of the last crowd, for each thread. */
const LAST_CROWD = 300;

export interface ScheduleOptions {
  readonly crowds: number;
  /** Threads that serve. */
  readonly threads: number;
  /** Whether the server can be reloaded. */
  readonly reloads: boolean;
  /** Whether clients wait for each other. */
  readonly oneByOne: boolean;
}

/** Crowds that overlap, with mischief and reloads among them; the same for the same seed. */
export function makeSchedule(seed: number, options: ScheduleOptions): Step[] {
  const { crowds, threads, reloads, oneByOne } = options;
  const mischiefs = oneByOne ? THAT_LEAVE : MISCHIEFS;
  const random = new Random(seed);
  const steps: Step[] = [];
  for (let crowd = 0; crowd < crowds; crowd++) {
    const clients = random.oneOf([random.between(1, 40), random.between(100, 400)]);
    steps.push({ do: 'crowd', clients, messages: random.between(1, 5) });
    const kinds = Array.from({ length: random.between(0, 20) }, () => random.oneOf(mischiefs));
    steps.push({ do: 'mischief', kinds });
    if (reloads && random.next() < 0.4) steps.push({ do: 'reload' });
  }
  // At last so many that each thread has some hundred, and all of them are without work at the same time.
  steps.push({ do: 'crowd', clients: LAST_CROWD * threads, messages: 1 });
  return steps;
}
