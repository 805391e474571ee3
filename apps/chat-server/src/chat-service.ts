import { availableParallelism } from 'node:os';
import { CodedError } from '@praktikum/protocol';
import { findFreePort, type ServiceDefinition } from '@praktikum/server-program';
import { countOption, PROGRAM_TEXTS, withDefault } from '@praktikum/service';
import { ERRORS } from './errors.ts';
import type { WorkerSettings } from './line/worker-settings.ts';
import { startOwner } from './owner/start-owner.ts';
import {
  DEFAULT_PORTS,
  listenersOf,
  withConfig,
  type ChatOptions,
} from './settings/chat-options.ts';
import { readChatConfig } from './settings/read-chat-config.ts';
import { DEFAULT_DATA, settingsOf } from './settings/settings-of.ts';
import { TEXTS } from './texts.ts';

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const LOOPBACK = '127.0.0.1';
const PORT = { min: 0, max: 65_535 };

/** Silence is the watchdog's; this is for clients that it does not know of, and beyond its deadlines. */
const IDLE_AFTER_MS = 300_000;

/** The chat as a service on a pool of workers. */
export const CHAT_SERVICE: ServiceDefinition<ChatOptions, WorkerSettings, Uint8Array, Uint8Array> =
  {
    name: 'chat-server',
    worker: new URL(`./worker.${ending}`, import.meta.url),
    host: LOOPBACK,
    port: DEFAULT_PORTS.irc,
    texts: TEXTS,
    // The owner has a thread of its own, and it is part of every message.
    workers: Math.max(1, availableParallelism() - 1),
    limits: { idleTimeoutMs: IDLE_AFTER_MS },
    alpn: ['irc'],
    errors: ERRORS,
    define(command, language) {
      const { options: texts } = TEXTS[language];
      const { commandLine } = PROGRAM_TEXTS[language];
      const usually = (text: string, value: string | number) =>
        withDefault(text, String(value), commandLine);
      command
        .option('--lan', texts.lan)
        .addOption(countOption('--web <port>', usually(texts.web, DEFAULT_PORTS.web), PORT))
        .addOption(countOption('--tls-port <port>', texts.tlsPort(DEFAULT_PORTS.ircs), PORT))
        .option('--teacher <name>', texts.teacher)
        .option('--new-password', texts.newPassword)
        .option('--data <folder>', usually(texts.data, DEFAULT_DATA))
        .option('--config <file>', texts.config);
    },
    async configure(typed) {
      const { config } = typed;
      if (typed.lan && typed.host !== undefined) {
        const details = { option: '--lan', other: '--host' };
        throw new CodedError('ERR_OPTION_CONFLICT', '--lan and --host', { details });
      }
      if (typed.newPassword && typed.teacher === undefined) {
        throw needs('--new-password', '--teacher');
      }
      const read = config === undefined ? undefined : await readChatConfig(config);
      const options = withConfig(typed, read);
      if (options.tlsPort !== undefined && !options.tls) throw needs('--tls-port', '--tls');
      if (read?.sts && !options.tls) throw needs('sts', '--tls');
      if (read?.websocket !== undefined || options.web !== undefined) return options;
      // Nobody has asked for this port: where it is taken, the next one does as well.
      const web = await findFreePort(options.host ?? LOOPBACK, DEFAULT_PORTS.web);
      return { ...options, web };
    },
    listeners: listenersOf,
    portOptions: { ircs: '--tls-port', web: '--web' },
    data(options) {
      const { serverName, flood, origins, proxies } = settingsOf(options);
      return { serverName, flood, origins, proxies };
    },
    owner: (options, surroundings) => startOwner(settingsOf(options), surroundings),
  };

function needs(option: string, other: string): CodedError {
  return new CodedError('ERR_OPTION_NEEDS', `${option} needs ${other}`, {
    details: { option, other },
  });
}
