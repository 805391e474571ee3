import { isIP } from 'node:net';
import { CodedError } from '@praktikum/protocol';

/** What a configuration file may say; what is missing is as the command line has it. */
export interface ChatConfig {
  readonly host?: string;
  readonly port?: number;
  /** Without a port of its own, `port` speaks TLS. */
  readonly tls?: { readonly cert: string; readonly key: string; readonly port?: number } | null;
  /** Where pages and WebSockets are served. Null: nowhere. */
  readonly websocket?: { readonly host?: string; readonly port: number } | null;
  readonly password?: string | null;
  readonly serverName?: string;
  readonly network?: string;
  readonly oper?: { readonly name: string; readonly password: string } | null;
  readonly casemapping?: 'ascii' | 'rfc1459' | 'rfc1459-strict';
  readonly limits?: Readonly<Partial<Record<ConfigurableLimit, number>>>;
  readonly accounts?: boolean;
  readonly history?: boolean;
  readonly registrationBeforeConnect?: boolean;
  readonly dataDir?: string;
  readonly flood?: { readonly lines: number; readonly seconds: number } | null;
  readonly origins?: readonly string[];
  readonly proxies?: readonly string[];
  readonly retention?: { readonly days?: number; readonly messages?: number };
  readonly sts?: boolean;
}

type ConfigurableLimit =
  'nick' | 'channel' | 'topic' | 'away' | 'kick' | 'monitor' | 'whowas' | 'channels';

/** Says what a value has to be, or nothing when it is right. */
type Check = (value: unknown, key: string) => void;

/** Words for what is accepted: the error names the key and these. */
const text: Check = (value, key) => {
  if (typeof value !== 'string' || value === '') throw wrong(key, value, '"…"');
};
/** A name that can stand in a line of IRC. @param example `chat.sekolah.id` */
const word =
  (example: string): Check =>
  (value, key) => {
    const isWord = typeof value === 'string' && /^[^\s:!@\0\r\n][^\s\0\r\n]{0,62}$/.test(value);
    if (!isWord) throw wrong(key, value, `"${example}", …`);
  };
/** What a browser sends as Origin: RFC 6454. */
const origin: Check = (value, key) => {
  const parsed = typeof value === 'string' ? URL.parse(value) : null;
  if (parsed === null || parsed.origin !== value)
    throw wrong(key, value, '"https://chat.sekolah.id", …');
};
const address: Check = (value, key) => {
  if (typeof value !== 'string' || isIP(value) === 0) throw wrong(key, value, '"192.168.1.10", …');
};
const flag: Check = (value, key) => {
  if (typeof value !== 'boolean') throw wrong(key, value, 'true, false');
};
const whole =
  (min: number, max: number): Check =>
  (value, key) => {
    const isIn = Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
    if (!isIn) throw wrong(key, value, `${min} … ${max}`);
  };
const oneOf =
  (...words: readonly string[]): Check =>
  (value, key) => {
    if (!words.includes(value as string)) throw wrong(key, value, words.join(', '));
  };
const orNull =
  (check: Check): Check =>
  (value, key) => {
    if (value !== null) check(value, key);
  };
const list =
  (check: Check): Check =>
  (value, key) => {
    if (!Array.isArray(value)) throw wrong(key, value, '["…", "…"]');
    value.forEach((one, at) => check(one, `${key}[${at}]`));
  };
const object =
  (keys: Readonly<Record<string, Check>>, needed: readonly string[] = []): Check =>
  (value, key) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw wrong(key, value, `{ ${Object.keys(keys).join(', ')} }`);
    }
    for (const [name, one] of Object.entries(value)) {
      const full = key === '' ? name : `${key}.${name}`;
      if (!Object.hasOwn(keys, name)) throw unknownKey(full, Object.keys(keys));
      keys[name]!(one, full);
    }
    const missing = needed.find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined)
      throw wrong(key === '' ? missing : `${key}.${missing}`, undefined, '…');
  };

const port = whole(0, 65_535);
const days = whole(1, 36_500);

const CONFIG = object({
  host: text,
  port,
  tls: orNull(object({ cert: text, key: text, port }, ['cert', 'key'])),
  websocket: orNull(object({ host: text, port }, ['port'])),
  password: orNull(text),
  serverName: word('chat.sekolah.id'),
  network: word('Sekolah'),
  oper: orNull(object({ name: word('admin'), password: text }, ['name', 'password'])),
  casemapping: oneOf('ascii', 'rfc1459', 'rfc1459-strict'),
  limits: object({
    nick: whole(1, 100),
    channel: whole(2, 200),
    topic: whole(1, 400),
    away: whole(1, 400),
    kick: whole(1, 400),
    monitor: whole(1, 10_000),
    whowas: whole(0, 100_000),
    channels: whole(1, 10_000),
  }),
  accounts: flag,
  history: flag,
  registrationBeforeConnect: flag,
  dataDir: text,
  flood: orNull(object({ lines: whole(1, 10_000), seconds: whole(1, 3600) }, ['lines', 'seconds'])),
  origins: list(origin),
  proxies: list(address),
  retention: object({ days, messages: whole(1, 10_000_000) }),
  sts: flag,
});

/**
 * The configuration in a text of JSON.
 * @param path of the file, for the error
 * @throws CodedError `ERR_CHAT_CONFIG` with `{ path, key, value, accepts }`, `ERR_CHAT_CONFIG_KEY` with `{ path, key,
 *   known }`, `ERR_CHAT_CONFIG_JSON` with `{ path, reason }`
 */
export function parseChatConfig(json: string, path: string): ChatConfig {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CodedError('ERR_CHAT_CONFIG_JSON', `${path}: ${reason}`, {
      details: { path, reason },
    });
  }
  try {
    CONFIG(value, '');
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const code = error.code as 'ERR_CHAT_CONFIG' | 'ERR_CHAT_CONFIG_KEY';
    throw new CodedError(code, `${path}: ${error.message}`, {
      details: { ...error.details, path },
    });
  }
  return value as ChatConfig;
}

function wrong(key: string, value: unknown, accepts: string): CodedError {
  const shown = JSON.stringify(value) ?? '';
  return new CodedError('ERR_CHAT_CONFIG', `${key} is ${shown}, not one of: ${accepts}`, {
    details: { key: key || 'JSON', value: shown.slice(0, 80), accepts },
  });
}

function unknownKey(key: string, known: readonly string[]): CodedError {
  return new CodedError('ERR_CHAT_CONFIG_KEY', `unknown key ${key}`, {
    details: { key, known: known.join(', ') },
  });
}
