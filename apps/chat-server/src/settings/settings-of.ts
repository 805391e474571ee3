import { resolve } from 'node:path';
import type { ChatOptions } from './chat-options.ts';
import type { ChatSettings } from './chat-settings.ts';

/** What a chat server is by its options and its configuration, with a default for everything. */
export function settingsOf(options: ChatOptions): ChatSettings {
  const { configured = {}, data = DEFAULT_DATA, teacher = null, tlsPort } = options;
  const { retention, limits, sts = false } = configured;
  return {
    serverName: configured.serverName ?? 'chat.praktikum',
    network: configured.network ?? 'Praktikum',
    password: configured.password ?? null,
    oper: configured.oper ?? null,
    casemapping: configured.casemapping ?? 'ascii',
    limits: { ...DEFAULT_LIMITS, ...limits },
    accounts: configured.accounts ?? true,
    history: configured.history ?? true,
    registrationBeforeConnect: configured.registrationBeforeConnect ?? false,
    dataDir: resolve(data),
    flood: configured.flood === undefined ? DEFAULT_FLOOD : configured.flood,
    origins: configured.origins ?? [],
    proxies: configured.proxies ?? [],
    retention: { ...DEFAULT_RETENTION, ...retention },
    stsPort: sts && options.tls ? (tlsPort ?? Number(options.port)) : null,
    teacher,
    newPassword: options.newPassword ?? false,
    hidesLog: options.watch === true && process.stdout.isTTY,
    classChannel: CLASS_CHANNEL,
  };
}

/** The folder of what is kept, where nothing else is said. */
export const DEFAULT_DATA = 'chat-data';

/** The channel in which the teacher has the rights. */
export const CLASS_CHANNEL = '#kelas';

/**
 * Lines that a client may send, in so many seconds.
 * @unit lines
 * @against one client whose lines take the time of all
 * @provenBy ../worker/flood-gate.spec.ts: lets no more lines through in any stretch than the limit says
 */
const FLOOD_LINES = 10;

const DEFAULT_FLOOD = { lines: FLOOD_LINES, seconds: 5 };

const DEFAULT_LIMITS = {
  /**
   * Longest nick.
   * @unit bytes
   * @against nicks that leave no room for what is said
   * @provenBy ../../integration/limits.spec.ts: keep to the length of %s
   */
  nick: 32,
  /**
   * Longest name of a channel.
   * @unit bytes
   * @against names that leave no room for what is said
   * @provenBy ../../integration/limits.spec.ts: keep to the length of %s
   */
  channel: 64,
  /**
   * Longest topic; what is longer is cut.
   * @unit bytes
   * @against topics that do not fit a line
   * @provenBy ../../integration/limits.spec.ts: keep to the length of %s
   */
  topic: 390,
  /**
   * Longest message of somebody who is away; what is longer is cut.
   * @unit bytes
   * @against messages that everybody gets who writes to them
   * @provenBy ../../integration/limits.spec.ts: keep to the length of %s
   */
  away: 200,
  /**
   * Longest reason of a KICK; what is longer is cut.
   * @unit bytes
   * @against reasons that do not fit a line
   * @provenBy ../../integration/limits.spec.ts: keep to the length of %s
   */
  kick: 390,
  /**
   * Nicks that one user may watch with MONITOR.
   * @unit nicks
   * @against a client that watches everybody
   * @provenBy ../../integration/limits.spec.ts: keep to the length of %s
   */
  monitor: 100,
  /**
   * Users that have gone and are remembered for WHOWAS.
   * @unit users
   * @against a memory that grows with everybody who has ever come
   * @provenBy ../owner/state/whowas.spec.ts: remembers the last ones, so many of them
   */
  whowas: 1000,
  /**
   * Channels that one user may be in.
   * @unit channels
   * @against a client that joins everything
   * @provenBy ../../integration/limits.spec.ts: let nobody be in more channels than so many
   */
  channels: 100,
};

/** A school year, and as many messages as nobody reads. */
const DEFAULT_RETENTION = { days: 365, messages: 100_000 };
