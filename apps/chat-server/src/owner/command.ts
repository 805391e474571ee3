import type { Message } from '@praktikum/irc';
import type { Catalogue } from '@praktikum/service';
import type { Client } from './state/client.ts';
import type { Network } from './state/network.ts';

/** One command, as a client has sent it. */
export interface Invocation {
  readonly network: Network;
  readonly client: Client;
  readonly params: readonly string[];
  readonly message: Message;
}

/** What the server does on a command. */
export interface Command {
  /** For HELP: `JOIN #channel{,#channel} [key{,key}]`. */
  readonly syntax: string;
  readonly about: Catalogue<string>;
  /** So many parameters at least; with fewer the answer is ERR_NEEDMOREPARAMS. */
  readonly needs: number;
  /** Whether it may come before the connection is registered. Default: no. */
  readonly early?: boolean;
  /** Until the promise that it returns is settled, the next command of the client waits. */
  readonly run: (invocation: Invocation) => void | Promise<void>;
}
