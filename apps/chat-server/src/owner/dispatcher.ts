import { setTimeout as sleep } from 'node:timers/promises';
import { byteLength, formatTags, NUMERICS, parseMessage, type Message } from '@praktikum/irc';
import { codeOf, messageOf } from '@praktikum/protocol';
import type { LineFault } from '../line/up-records.ts';
import type { Client } from './state/client.ts';
import type { Command } from './command.ts';
import type { Network } from './state/network.ts';
import { quit } from './connection/quit.ts';
import { nextSlice, SLICE_MS } from './state/in-slices.ts';
import { Response } from './state/response.ts';

/**
 * Lines of one client that wait while a command of it is being worked on, such as reading history.
 * @unit lines
 * @against a client that sends on and on while the disk is slow
 * @provenBy ../../integration/limits.spec.ts: ends a client that lets too many commands wait
 */
const MAX_WAITING_LINES = 2000;

/**
 * Longest label (IRCv3 labeled-response); one that is longer is not answered.
 * @unit bytes
 * @against labels that make answers long
 * @provenBy ../../integration/limits.spec.ts: keep to the length of %s
 */
const MAX_LABEL_BYTES = 64;

type Input =
  | { readonly line: string }
  | { readonly fault: LineFault; readonly command: string }
  /** It has sent all it will send. */
  | { readonly isEnd: true };

/** Runs what clients send: each client's commands one after the other. */
export class Dispatcher {
  readonly #network: Network;
  readonly #commands: ReadonlyMap<string, Command>;
  /** Clients whose command is being worked on, and what they have sent meanwhile. */
  readonly #busy = new Map<Client, Input[]>();

  constructor(network: Network, commands: ReadonlyMap<string, Command>) {
    this.#network = network;
    this.#commands = commands;
  }

  take(client: Client, input: Input): void {
    const waiting = this.#busy.get(client);
    if (waiting !== undefined) {
      waiting.push(input);
      if (waiting.length > MAX_WAITING_LINES) quit(this.#network, client, 'Excess Flood');
      return;
    }
    const working = this.#run(client, input);
    if (working !== undefined) void this.#workThrough(client, working);
  }

  /** Until all that the client has sent meanwhile has been done, too. */
  async #workThrough(client: Client, first: Promise<void>): Promise<void> {
    const waiting: Input[] = [];
    this.#busy.set(client, waiting);
    for (let working: Promise<void> | undefined = first; working !== undefined;) {
      await working;
      working = undefined;
      const endsAt = performance.now() + SLICE_MS;
      while (working === undefined && waiting.length > 0) {
        working = this.#run(client, waiting.shift()!);
        if (performance.now() > endsAt) working ??= nextSlice();
      }
      this.#network.outgoing.flush();
    }
    this.#busy.delete(client);
  }

  /** @returns when the next command of the client may run; nothing: at once */
  #run(client: Client, input: Input): Promise<void> | undefined {
    if (client.state === 'gone' || client.state === 'refused') return undefined;
    if ('line' in input) return this.#runLine(client, input.line);
    // What it has asked for before its half-close has been answered.
    if ('isEnd' in input) quit(this.#network, client, 'Connection closed');
    else this.#refuse(client, input.fault, input.command);
    return undefined;
  }

  #runLine(client: Client, line: string): Promise<void> | undefined {
    const message = parseMessage(line);
    if (message === undefined) return undefined;
    const label = message.tags.get('label');
    if (
      label !== undefined &&
      client.has('labeled-response') &&
      byteLength(label) <= MAX_LABEL_BYTES
    ) {
      client.response = new Response(client, formatTags([['label', label]]));
    }
    const began = performance.now();
    const working = this.#invoke(client, message);
    const now = performance.now();
    if (client.state !== 'gone') client.ownerTime.take(now - began, now); // leaving is charged by itself
    if (working !== undefined) return this.#answerLater(client, working);
    this.#answered(client);
    return this.#pause(client);
  }

  /** Who has taken much of the owner's time waits; without a flood limit nobody does. */
  #pause(client: Client): Promise<void> | undefined {
    if (this.#network.settings.flood === null) return undefined;
    const ms = client.ownerTime.pause(performance.now());
    return ms === 0 ? undefined : sleep(ms, undefined, { ref: false });
  }

  async #answerLater(client: Client, working: Promise<void>): Promise<void> {
    await working;
    this.#answered(client);
    this.#network.outgoing.flush();
    await this.#pause(client);
  }

  /** A mistake of ours in one command is logged, and costs the client that command. */
  #invoke(client: Client, message: Message): Promise<void> | undefined {
    const failed = (error: unknown) => {
      const { command } = message;
      const reason = messageOf(error);
      const { log, words } = this.#network;
      log.error(
        { event: 'command-failed', command, code: codeOf(error), reason },
        words.log.commandFailed(command, reason),
      );
      client.numeric(NUMERICS.ERR_UNKNOWNERROR, command, words.fail.temporarilyUnavailable);
    };
    try {
      return this.#execute(client, message)?.catch(failed);
    } catch (error) {
      failed(error);
      return undefined;
    }
  }

  #execute(client: Client, message: Message): Promise<void> | undefined {
    const network = this.#network;
    const { words } = network;
    const { command: name, params } = message;
    const command = this.#commands.get(name);
    if (command === undefined) {
      if (client.isRegistered)
        client.numeric(NUMERICS.ERR_UNKNOWNCOMMAND, name, words.unknownCommand);
      else client.numeric(NUMERICS.ERR_NOTREGISTERED, words.notRegistered);
      return undefined;
    }
    if (!client.isRegistered && command.early !== true) {
      client.numeric(NUMERICS.ERR_NOTREGISTERED, words.notRegistered);
      return undefined;
    }
    if (params.length < command.needs) {
      client.numeric(NUMERICS.ERR_NEEDMOREPARAMS, name, words.needMoreParams);
      return undefined;
    }
    return command.run({ network, client, params, message }) ?? undefined;
  }

  #refuse(client: Client, fault: LineFault, command: string): void {
    const { words } = this.#network;
    if (fault === 'invalid-utf8') {
      return client.standardReply(
        'FAIL',
        command === '' ? '*' : command,
        'INVALID_UTF8',
        words.fail.invalidUtf8,
      );
    }
    client.numeric(NUMERICS.ERR_INPUTTOOLONG, words.inputTooLong);
  }

  #answered(client: Client): void {
    const { response } = client;
    client.response = undefined;
    response?.end(this.#network.serverName);
  }
}
