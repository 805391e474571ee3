/** What these tests use of irc-framework, which brings no types. */
declare module 'irc-framework' {
  interface ConnectOptions {
    readonly host: string;
    readonly port: number;
    readonly nick: string;
    readonly tls?: boolean;
    /** How it speaks to a server. Default: TCP and TLS. */
    readonly transport?: unknown;
    readonly account?: { readonly account: string; readonly password: string };
    readonly enable_echomessage?: boolean;
    readonly enable_setname?: boolean;
    readonly auto_reconnect?: boolean;
    readonly auto_reconnect_max_retries?: number;
    /** Seconds between two PINGs of its own. */
    readonly ping_interval?: number;
  }

  type ClientEvent = Readonly<Record<string, unknown>>;
  type Handler = (event: ClientEvent) => void;

  interface ParsedEvents {
    use(
      middleware: (name: string, event: ClientEvent, client: Client, next: () => void) => void,
    ): void;
  }

  class Client {
    connect(options: ConnectOptions): void;
    on(name: string, handler: Handler): this;
    use(middleware: (client: Client, raw: unknown, parsed: ParsedEvents) => void): this;
    requestCap(name: string | readonly string[]): void;
    raw(...words: readonly string[]): void;
    join(channel: string): void;
    say(target: string, text: string): void;
    action(target: string, text: string): void;
    setTopic(channel: string, topic: string): void;
    changeNick(nick: string): void;
    whois(nick: string, done: Handler): void;
    who(target: string, done: Handler): void;
    quit(reason?: string): void;
  }

  const framework: { readonly Client: typeof Client };
  export { Client, type ClientEvent, type ConnectOptions };
  export default framework;
}

declare module 'irc-framework/src/transports/websocket.js' {
  const transport: unknown;
  export default transport;
}
