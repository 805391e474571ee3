import { createConversation, Excerpts, formatEndpoint, type Endpoint } from '@praktikum/protocol';
import { ConnectionLog, listenError, listenFailure, logHowToTry } from '@praktikum/server-program';
import type { Logger, LogWords, RunningServer } from '@praktikum/service';
import {
  Acceptor,
  completeLimits,
  ConnectionSet,
  converse,
  shareTlsSettings,
  type AcceptedClient,
  type Connection,
  type Limits,
  type TlsSettings,
} from '@praktikum/socket-pool';
import { GUIDE_LINES, type Texts } from './texts.ts';
import { UdpEcho } from './udp-echo.ts';

export interface SimpleServerOptions {
  readonly endpoint: Endpoint;
  /** Serve UDP echo on the same port too. */
  readonly udp: boolean;
  readonly limits: Partial<Limits>;
  /** Without it connections are plain. UDP always is. */
  readonly tls?: TlsSettings;
  readonly log: Logger;
  readonly texts: Texts;
  /** What the codes mean that a connection may end with. */
  readonly codes: LogWords;
}

const LISTENER = 'tcp';

/** Starts the iterative server: whoever connects is accepted, served one after the other. */
export async function startSimpleServer(options: SimpleServerOptions): Promise<RunningServer> {
  const server = new SimpleServer(options);
  await server.listen(options);
  return server;
}

class SimpleServer implements RunningServer {
  readonly failed = new Promise<never>(() => undefined); // it has no part that could fail alone
  readonly #log;
  readonly #texts;
  readonly #acceptor: Acceptor;
  readonly #serving: ConnectionSet;
  #nextId = 1;
  #closing = false;
  #udp: UdpEcho | undefined;

  constructor({ limits: given, tls, log, texts, codes }: SimpleServerOptions) {
    this.#log = log;
    this.#texts = texts;
    const limits = completeLimits({ ...given, maxConnections: 1 });
    const connections = new ConnectionLog(log, texts, codes);
    this.#serving = new ConnectionSet(
      connections.handlerOf({ open: (connection) => this.#converse(connection, connections) }),
      { listener: LISTENER, limits, ...(tls && { tls: shareTlsSettings(tls) }) },
      ({ remote }) => {
        this.#waiting();
        this.#acceptor.release(remote.host);
      },
    );
    this.#acceptor = new Acceptor(limits, {
      serve: (client) => this.#serve(client),
      queued: (client, before) => connections.queued(client, before),
      refused: (client, reason) => connections.refused(client, reason),
      paused: () => connections.paused(),
    });
  }

  get connections(): number {
    const { active, queued } = this.#acceptor.admission;
    return active + queued;
  }

  async listen({ endpoint, udp, tls }: SimpleServerOptions): Promise<void> {
    const listening = this.#acceptor.listen([{ name: LISTENER, endpoint }]);
    const [bound] = await listening.catch(async (error: unknown) => {
      throw await listenFailure(error);
    });
    if (udp) await this.#listenUdp(bound!);
    const { host, port } = bound!;
    this.#log.info(
      { event: 'listening', host, port, udp, tls: tls !== undefined },
      GUIDE_LINES.starting(host, port),
    );
    if (udp) this.#log.info({ event: 'udp', host, port }, this.#texts.udpListening(host, port));
    logHowToTry(this.#log, { host, port }, tls, this.#texts.tryWith, this.#texts);
    this.#waiting();
  }

  async close(deadlineMs: number): Promise<number> {
    this.#closing = true;
    this.#udp?.close();
    this.#udp = undefined;
    const until = performance.now() + deadlineMs;
    this.#serving.drain();
    await this.#acceptor.close(deadlineMs);
    const cut = await this.#acceptor.admission.emptied(Math.max(0, until - performance.now()));
    this.#serving.destroy();
    await this.#acceptor.dismissed();
    return cut;
  }

  destroy(): void {
    this.#udp?.close();
    this.#acceptor.destroy();
    this.#serving.destroy();
  }

  #serve({ socket, remote }: AcceptedClient): void {
    this.#serving.serve({ id: this.#nextId++, socket, remote });
    socket.resume(); // it was accepted paused, so that it could wait
  }

  #waiting(): void {
    if (this.#closing) return;
    this.#log.info({ event: 'waiting' }, GUIDE_LINES.waiting);
    this.#log.flush();
  }

  #converse(connection: Connection, connections: ConnectionLog): void {
    const remote = formatEndpoint(connection.remote);
    const fields = { connection: connection.id, remote };
    const log = this.#log;
    const excerpts = new Excerpts();
    connections.opened(connection, GUIDE_LINES.connection(remote));
    converse(connection, createConversation('echo'), {
      received(chunk) {
        if (!log.isLevelEnabled('info')) return;
        const line = GUIDE_LINES.received(excerpts.push(chunk));
        log.info({ event: 'received', ...fields, bytes: chunk.length }, line);
      },
      answered({ length: bytes }) {
        log.info({ event: 'sent', ...fields, bytes }, GUIDE_LINES.sending);
      },
      ended() {
        log.info({ event: 'end', ...fields }, GUIDE_LINES.noData(remote));
      },
    });
  }

  async #listenUdp(endpoint: Endpoint): Promise<void> {
    const log = this.#log;
    const texts = this.#texts;
    try {
      this.#udp = await UdpEcho.bind(endpoint, {
        echoed(from, { length: bytes }) {
          const remote = formatEndpoint(from);
          log.info({ event: 'datagram', remote, bytes }, texts.datagram(remote, bytes));
        },
        dropped(from, reason) {
          const remote = formatEndpoint(from);
          log.warn(
            { event: 'datagram-dropped', remote, reason },
            texts.datagramDropped(remote, reason),
          );
        },
      });
    } catch (error) {
      this.#acceptor.destroy();
      throw await listenError(error, endpoint, 'udp');
    }
  }
}
