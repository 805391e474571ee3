import type { Worker } from 'node:worker_threads';
import { CodedError } from '@praktikum/protocol/coded-error';
import { Allowance } from './allowance.ts';
import { receivedError } from './data-error.ts';
import type { StoredState } from './stored-state.ts';
import { StoreTrouble, type TroubleListener } from './store-trouble.ts';
import type { Answer, Answers, FromStore, Question, ToStore, Write } from './thread-messages.ts';
import { weighWrite } from './weigh-write.ts';

/**
 * Messages that wait to be committed; further ones are dropped and counted.
 * @unit messages
 * @against a disk that is full or slow while the chat goes on
 * @provenBy ./store-line.spec.ts: drops and counts messages when so many wait
 */
const MAX_WAITING_MESSAGES = 50_000;

/**
 * Memory of the messages that wait, about.
 * @unit bytes
 * @against the same, with the longest messages
 * @provenBy ./store-line.spec.ts: drops and counts messages when they take so many bytes
 */
const MAX_WAITING_BYTES = 32 * 1024 * 1024;

/**
 * Channels, markers and settings that wait; further ones are dropped and counted.
 * @unit writes
 * @against read markers without end while a disk is full
 * @provenBy ./store-line.spec.ts: drops and counts saves when so many wait
 */
const MAX_WAITING_SAVES = 20_000;

/**
 * Memory of the channels, markers and settings that wait, about.
 * @unit bytes
 * @against channels with long lists, changed again and again while a disk is full
 * @provenBy ./store-line.spec.ts: drops and counts saves when they take so many bytes
 */
const MAX_WAITING_SAVE_BYTES = 16 * 1024 * 1024;

/**
 * Questions without an answer yet; further ones are refused.
 * @unit questions
 * @against clients that ask for history faster than a disk can read
 * @provenBy ./store-line.spec.ts: refuses a question when so many are open
 */
const MAX_OPEN_QUESTIONS = 1000;

/**
 * How long writes wait for more of them: a transaction and the waking of a thread cost more than what is
 * written. Nobody waits for them; a question takes them along at once.
 */
const GATHER_MS = 10;

export interface LineListener extends TroubleListener {
  /** The thread has died. */
  readonly ended: (error: unknown) => void;
}

interface Waiter {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** The line to the thread of the store: what is sent within a moment goes in one message, and is one transaction. */
export class StoreLine {
  readonly #worker: Worker;
  readonly #listener: LineListener;
  readonly #trouble: StoreTrouble;
  readonly #history = new Allowance({ count: MAX_WAITING_MESSAGES, bytes: MAX_WAITING_BYTES });
  readonly #saves = new Allowance({ count: MAX_WAITING_SAVES, bytes: MAX_WAITING_SAVE_BYTES });
  readonly #questions = new Map<number, Waiter>();
  readonly #opened = Promise.withResolvers<StoredState>();
  readonly #closed = Promise.withResolvers<void>();
  #state: 'open' | 'closing' | 'closed' | 'ended' = 'open';
  #asked = 0;
  #requests: ToStore[] = [];
  #gathering: NodeJS.Timeout | undefined;

  constructor(worker: Worker, listener: LineListener) {
    this.#worker = worker;
    this.#listener = listener;
    this.#trouble = new StoreTrouble(listener);
    // Who asks for the outcome gets it; without these, an outcome that nobody asked for ends the process.
    this.#opened.promise.catch(() => undefined);
    this.#closed.promise.catch(() => undefined);
    worker.on('message', (message: FromStore) => this.#take(message));
    worker.on('error', (error) => this.#end(error));
    worker.on('exit', (code) => this.#end(new Error(`the thread has ended with ${code}`)));
  }

  /** What was stored. Rejects when the thread could not open it. */
  get opened(): Promise<StoredState> {
    return this.#opened.promise;
  }

  /** Sends it, or drops and counts it when too much waits. */
  write(write: Write): void {
    if (this.#state !== 'open') return;
    const bytes = weighWrite(write);
    const allowance = write.type === 'record' ? this.#history : this.#saves;
    if (allowance.take(bytes)) this.#send({ type: 'write', write, bytes });
    else this.#trouble.lost(1, this.#waiting);
  }

  /** @throws CodedError `ERR_CHAT_STORE_BUSY`, `ERR_CHAT_STORE_ENDED`, and what the question may meet */
  ask<Q extends Question>(question: Q): Promise<Answers[Q['type']]> {
    if (this.#state !== 'open') return Promise.reject(hasEnded());
    if (this.#questions.size >= MAX_OPEN_QUESTIONS) return Promise.reject(isBusy());
    return new Promise((resolve, reject) => {
      const id = ++this.#asked;
      this.#questions.set(id, { resolve, reject });
      this.#send({ type: 'ask', id, question });
    });
  }

  /**
   * Resolves when all that was given is committed and the thread has ended.
   * @throws CodedError `ERR_CHAT_DATA` when it could not be committed, `ERR_CHAT_STORE_ENDED` when the thread
   *   has died over it
   */
  close(): Promise<void> {
    if (this.#state === 'open') {
      this.#state = 'closing';
      this.#send({ type: 'close' });
    }
    return this.#closed.promise;
  }

  get #waiting(): number {
    return this.#history.count + this.#saves.count;
  }

  #send(request: ToStore): void {
    this.#requests.push(request);
    if (request.type === 'write') this.#gathering ??= setTimeout(() => this.#flush(), GATHER_MS);
    else setImmediate(() => this.#flush()); // somebody waits for it
  }

  #flush(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    const requests = this.#requests;
    if (requests.length === 0) return;
    this.#requests = [];
    this.#worker.postMessage(requests);
  }

  #take(message: FromStore): void {
    switch (message.type) {
      case 'opened':
        return this.#opened.resolve(message.state);
      case 'not-opened':
        this.#state = 'closed'; // the thread ends by itself
        return this.#opened.reject(receivedError(message.error));
      case 'settled':
        this.#history.giveBack(message.history);
        this.#saves.giveBack(message.saves);
        if (this.#history.isRelaxed && this.#saves.isRelaxed) this.#trouble.keepsUp();
        return;
      case 'answers':
        return message.answers.forEach((answer) => this.#answer(answer));
      case 'failed':
        return this.#trouble.diskFailed(message.reason, this.#waiting);
      case 'recovered':
        return this.#trouble.diskRecovered();
      case 'dropped':
        return this.#trouble.refused(message.count, message.reason, this.#waiting);
      case 'closed':
        this.#state = 'closed';
        if (message.error) this.#closed.reject(receivedError(message.error));
    }
  }

  #answer(answer: Answer): void {
    const waiter = this.#questions.get(answer.id);
    this.#questions.delete(answer.id);
    if ('error' in answer) waiter?.reject(receivedError(answer.error));
    else waiter?.resolve(answer.value as never);
  }

  #end(error: unknown): void {
    if (this.#state === 'ended') return;
    const was = this.#state;
    this.#state = 'ended';
    this.#opened.reject(error);
    for (const { reject } of this.#questions.values()) reject(hasEnded(error));
    this.#questions.clear();
    if (was === 'closing') this.#closed.reject(hasEnded(error));
    else this.#closed.resolve();
    if (was === 'open') this.#listener.ended(error);
  }
}

function isBusy(): CodedError {
  return new CodedError('ERR_CHAT_STORE_BUSY', `${MAX_OPEN_QUESTIONS} questions are open`, {
    details: { limit: MAX_OPEN_QUESTIONS },
  });
}

function hasEnded(cause?: unknown): CodedError {
  return new CodedError('ERR_CHAT_STORE_ENDED', 'the store has ended', { cause });
}
