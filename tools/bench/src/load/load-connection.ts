import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { LoadSettings } from './load-thread.ts';

interface Answer {
  missing: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** One connection of the Node load generator. */
export class LoadConnection {
  readonly #socket: Socket;
  readonly #reply: number;
  #answer: Answer | undefined;
  #ended: Error | undefined;

  static open(settings: LoadSettings): Promise<LoadConnection> {
    const { host, port, reply, tls } = settings;
    return new Promise((resolve, reject) => {
      const socket = tls
        ? connectTls({ host, port, rejectUnauthorized: false })
        : connectPlain({ host, port, noDelay: true, allowHalfOpen: true });
      socket.once('error', reject);
      socket.once(tls ? 'secureConnect' : 'connect', () => {
        socket.off('error', reject);
        resolve(new LoadConnection(socket, reply));
      });
    });
  }

  /** Connects, asks once unless the message is empty, and ends the connection. */
  static async short(settings: LoadSettings, message: Buffer): Promise<void> {
    const connection = await LoadConnection.open(settings);
    if (message.length > 0) await connection.ask(message);
    await connection.close();
  }

  private constructor(socket: Socket, reply: number) {
    this.#socket = socket;
    this.#reply = reply;
    socket.on('data', (chunk: Buffer) => this.#received(chunk.length));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('the server closed')));
  }

  /** Sends a message; resolves when all of its answer has come. */
  ask(message: Buffer): Promise<void> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#answer = { missing: this.#reply, resolve, reject };
      this.#socket.write(message);
    });
  }

  /** Says that nothing more will be sent and waits for the server's end. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#socket.once('close', () => resolve());
      this.#socket.end();
    });
  }

  #received(bytes: number): void {
    const answer = this.#answer;
    if (answer === undefined) return;
    answer.missing -= bytes;
    if (answer.missing > 0) return;
    this.#answer = undefined;
    if (answer.missing === 0) answer.resolve();
    else answer.reject(new Error('a longer answer than expected'));
  }

  #fail(error: Error): void {
    this.#ended ??= error;
    this.#answer?.reject(this.#ended);
    this.#answer = undefined;
  }
}
