import { afterEach } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import framework, { type Client, type ClientEvent, type ConnectOptions } from 'irc-framework';

const clients: Client[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.quit();
});

/** Capabilities that irc-framework asks for only when it is told to. */
const EXTRA_CAPABILITIES = ['draft/chathistory', 'extended-monitor', 'labeled-response'];

/** Longest wait for an event. */
const TIMEOUT_MS = 60_000;

/** A client that is made with irc-framework, and what it is told by it. */
export class FrameworkClient {
  readonly client = new framework.Client();
  readonly #events: { name: string; event: ClientEvent }[] = [];
  readonly #news = new EventEmitter();

  /** Connects it, and waits until it is registered. */
  static async connect(options: ConnectOptions): Promise<FrameworkClient> {
    const connected = new FrameworkClient();
    connected.client.connect(options);
    await connected.heard('registered');
    return connected;
  }

  private constructor() {
    clients.push(this.client);
    this.client.requestCap(EXTRA_CAPABILITIES);
    this.client.use((_client, _raw, parsed) => {
      parsed.use((name, event, _again, next) => {
        this.#take(name, event);
        next();
      });
    });
    // These are the connection's, and come through no middleware.
    for (const name of ['reconnecting', 'close']) this.client.on(name, () => this.#take(name, {}));
  }

  /** All events of this name so far. */
  events(name: string): ClientEvent[] {
    return this.#events.filter((one) => one.name === name).map(({ event }) => event);
  }

  /**
   * The first event of this name with these fields; past ones count too.
   * @param after how many of this name are passed over
   */
  async heard(name: string, fields: ClientEvent = {}, after = 0): Promise<ClientEvent> {
    const matches = (event: ClientEvent) =>
      Object.entries(fields).every(([field, value]) => event[field] === value);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    for (;;) {
      const found = this.events(name).slice(after).find(matches);
      if (found) return found;
      await once(this.#news, 'event', { signal }).catch(() => {
        const heard = this.#events.map((one) => `${one.name} ${JSON.stringify(one.event)}`);
        throw new Error(
          `waited in vain for ${name} ${JSON.stringify(fields)}:\n${heard.join('\n')}`,
        );
      });
    }
  }

  #take(name: string, event: ClientEvent): void {
    this.#events.push({ name, event });
    this.#news.emit('event');
  }
}
