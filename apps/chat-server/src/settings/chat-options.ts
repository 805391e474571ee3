import type { ListenerOptions } from '@praktikum/socket-pool';
import type { ChatConfig } from './chat-config.ts';

/** The options of the command line, as commander keeps them, after the configuration file. */
export interface ChatOptions {
  readonly host?: string;
  readonly port?: string;
  readonly tls?: boolean;
  readonly cert?: readonly string[];
  readonly key?: readonly string[];
  /** Listen on every address of this machine. */
  readonly lan?: boolean;
  /** Port of pages and WebSockets. */
  readonly web?: number;
  /** Port of TLS beside the plain one. Without it, the port itself speaks TLS. */
  readonly tlsPort?: number;
  readonly config?: string;
  readonly data?: string;
  readonly teacher?: string;
  /** The screen shows the connections, and no log. */
  readonly watch?: boolean;
  /** Give the teacher another password. */
  readonly newPassword?: boolean;
  /** What the file of `--config` says. */
  readonly configured?: ChatConfig;
}

/** The ports of a chat server, by the names of their listeners. */
export const DEFAULT_PORTS = { irc: 6667, ircs: 6697, web: 8067 } as const;

/** Every address of IPv4. */
const EVERYWHERE = '0.0.0.0';

/** What the command line says, and where it says nothing, what the configuration does. */
export function withConfig(typed: ChatOptions, configured: ChatConfig = {}): ChatOptions {
  const { host = typed.lan ? EVERYWHERE : undefined, port, tls, websocket, dataDir } = configured;
  const file = {
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port: String(port) }),
    ...(tls && { tls: true, cert: [tls.cert], key: [tls.key] }),
    ...(tls?.port !== undefined && { tlsPort: tls.port }),
    ...(websocket && { web: websocket.port }),
    ...(dataDir !== undefined && { data: dataDir }),
  };
  const said = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
  const options: ChatOptions = { ...file, ...said, configured };
  if (!options.tls || options.tlsPort !== undefined || options.port !== undefined) return options;
  return { ...options, port: String(DEFAULT_PORTS.ircs) };
}

/**
 * Where a chat server listens: IRC in the clear and over TLS, and the web.
 * @param main what the command line says of host, port and TLS
 */
export function listenersOf(main: ListenerOptions, options: ChatOptions): ListenerOptions[] {
  const { endpoint, tls } = main;
  const { configured, tlsPort } = options;
  const listeners: ListenerOptions[] = [];
  // Without a port of its own for it, the port itself speaks TLS.
  if (tls !== undefined && tlsPort === undefined) listeners.push({ ...main, name: 'ircs' });
  else {
    listeners.push({ name: 'irc', endpoint });
    const secure = { host: endpoint.host, port: tlsPort! };
    if (tls) listeners.push({ name: 'ircs', endpoint: secure, tls });
  }
  if (configured?.websocket !== null || options.web !== undefined) {
    const host = configured?.websocket?.host ?? endpoint.host;
    listeners.push({ name: 'web', endpoint: { host, port: options.web ?? DEFAULT_PORTS.web } });
  }
  return listeners;
}
