import type { Command, OptionValues } from 'commander';
import { countOption, durationOption } from '@praktikum/service';
import { LIMITS, type Limits } from '@praktikum/socket-pool';
import type { LimitOption } from './limits-texts.ts';
import type { ServerTexts } from './texts.ts';

const FLAGS: Readonly<Record<LimitOption, string>> = {
  maxConnections: '--max-connections <n>',
  maxConnectionsPerAddress: '--max-per-address <n>',
  maxQueued: '--max-queue <n>',
  queueTimeoutMs: '--queue-timeout <time>',
  idleTimeoutMs: '--idle-timeout <time>',
  handshakeTimeoutMs: '--handshake-timeout <time>',
};

/**
 * How long clients may finish once the server has been told to stop; less than the 60 s that Nx gives a
 * program (`NX_PROCESS_KILL_GRACE_PERIOD` in .env).
 * @unit ms
 * @against a stop that waits for a client that never ends
 * @provenBy ../../testing/src/server-lifecycle-suite.ts: cuts off at the deadline what does not
 *   finish, and says so
 */
const SHUTDOWN_TIMEOUT = { default: 4000, min: 0, max: 3_600_000 };

/** The limits of a server as options of its command line. */
export class LimitOptions {
  readonly #defaults: Partial<Limits>;
  readonly #names: readonly LimitOption[];

  /**
   * @param defaults where a server's differ from those of the socket pool
   * @param fixed limits that are no choice of the user's
   */
  constructor(defaults: Partial<Limits> = {}, fixed: Partial<Limits> = {}) {
    this.#defaults = { ...defaults, ...fixed };
    this.#names = (Object.keys(FLAGS) as LimitOption[]).filter((name) => !(name in fixed));
  }

  addTo(command: Command, { limits: texts }: Pick<ServerTexts, 'limits'>): Command {
    for (const name of this.#names) {
      const initial = this.#defaults[name] ?? LIMITS[name].default;
      const option = name.endsWith('Ms') ? durationOption : countOption;
      command.addOption(option(FLAGS[name], texts.options[name], LIMITS[name], initial));
    }
    const { default: initial } = SHUTDOWN_TIMEOUT;
    return command.addOption(
      durationOption('--shutdown-timeout <time>', texts.shutdownTimeout, SHUTDOWN_TIMEOUT, initial),
    );
  }

  /** The limits behind the parsed options. */
  read(options: OptionValues): Partial<Limits> {
    const chosen = this.#names.map((name) => [name, options[attributeName(FLAGS[name])]]);
    return { ...this.#defaults, ...Object.fromEntries(chosen) };
  }
}

/** `--max-queue <n>` is kept as `maxQueue`. */
function attributeName(flags: string): string {
  const [, long = ''] = /^--([a-z-]+)/.exec(flags) ?? [];
  return long.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
