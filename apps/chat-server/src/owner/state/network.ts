import { foldCase } from '@praktikum/irc';
import type { Logger } from '@praktikum/service';
import type { Cast } from '../../line/cast.ts';
import type { ChatSettings } from '../../settings/chat-settings.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Chronicle } from '../history/chronicle.ts';
import type { ChatWords } from '../words/chat-words.ts';
import { Channel } from './channel.ts';
import type { Client } from './client.ts';
import type { ChannelRegister } from './channel-register.ts';
import { Guesses } from '../accounts/guesses.ts';
import { TimeDebts } from '../rules/time-debts.ts';
import type { Markers } from './markers.ts';
import { Monitors } from './monitors.ts';
import type { Outgoing } from './outgoing.ts';
import { Whowas } from './whowas.ts';

/** What the network is made of, beside who is there. */
export interface NetworkParts {
  readonly settings: ChatSettings;
  readonly words: ChatWords;
  readonly log: Logger;
  readonly outgoing: Outgoing;
  readonly accounts: Accounts;
  readonly chronicle: Chronicle;
  readonly register: ChannelRegister;
  readonly markers: Markers;
}

/** Everything that clients share: who is there, in which channels, and who hears what. */
export class Network {
  readonly settings: ChatSettings;
  readonly words: ChatWords;
  readonly log: Logger;
  readonly outgoing: Outgoing;
  readonly accounts: Accounts;
  readonly chronicle: Chronicle;
  readonly register: ChannelRegister;
  readonly markers: Markers;
  readonly monitors = new Monitors();
  readonly guesses = new Guesses();
  readonly timeDebts = new TimeDebts();
  readonly whowas: Whowas;
  readonly startedAt = new Date();
  /** By the numbers of their connections. */
  readonly clients = new Map<number, Client>();
  /** Those that have a nick, registered or not, by the folded nick. */
  readonly nicks = new Map<string, Client>();
  /** By the folded name. */
  readonly channels = new Map<string, Channel>();
  /** Capabilities that some client has had since the start. */
  wantedCapabilities = 0;
  /** Registered clients: now, and the most at the same time. */
  registered = 0;
  mostRegistered = 0;
  #nextChannel = 1;
  #lastTime = 0;
  #messages = 0;
  /** Of this run of the server: message ids must not come again in the next one. */
  readonly #run = Date.now().toString(36);

  constructor(parts: NetworkParts) {
    this.settings = parts.settings;
    this.words = parts.words;
    this.log = parts.log;
    this.outgoing = parts.outgoing;
    this.accounts = parts.accounts;
    this.chronicle = parts.chronicle;
    this.register = parts.register;
    this.markers = parts.markers;
    this.whowas = new Whowas(parts.settings.limits.whowas);
  }

  get serverName(): string {
    return this.settings.serverName;
  }

  readonly fold = (text: string): string => foldCase(text, this.settings.casemapping);

  /** A registered user by the nick; undefined when there is none. */
  user(nick: string): Client | undefined {
    const found = this.nicks.get(this.fold(nick));
    return found?.isRegistered ? found : undefined;
  }

  channel(name: string): Channel | undefined {
    return this.channels.get(this.fold(name));
  }

  makeChannel(name: string): Channel {
    const key = this.fold(name);
    const kept = this.register.of(key);
    const channel = new Channel(this.#nextChannel++, name, key, kept?.createdAt ?? Date.now());
    if (kept) this.register.restore(channel, kept);
    this.channels.set(key, channel);
    return channel;
  }

  /** The time of a message, in ms since 1970: no two have the same. */
  now(): number {
    this.#lastTime = Math.max(Date.now(), this.#lastTime + 1);
    return this.#lastTime;
  }

  /** An id that no other message has or will have. */
  newMessageId(): string {
    this.#messages += 1;
    return `${this.#run}-${this.#messages.toString(36)}`;
  }

  /** To all members, but not to one of them. */
  toChannel(channel: Channel, cast: Cast, except?: Client): void {
    this.outgoing.toChannel(channel.desks, channel.number, cast, except?.id ?? 0);
  }

  /** To all members; to the one whose command it was, as an answer. */
  toChannelBy(actor: Client, channel: Channel, cast: Cast): void {
    if (actor.response === undefined || !channel.members.has(actor)) {
      return this.toChannel(channel, cast);
    }
    this.toChannel(channel, cast, actor);
    actor.answerCast(cast);
  }

  /** Everybody who is in a channel with this client, without it. */
  neighbours(client: Client): Set<Client> {
    const found = new Set<Client>();
    for (const channel of client.channels.keys()) {
      for (const member of channel.members.keys()) found.add(member);
    }
    found.delete(client);
    return found;
  }

  /** To everybody who is in a channel with this client. */
  toNeighbours(client: Client, cast: Cast): void {
    const [channel, ...others] = client.channels.keys();
    if (channel === undefined) return;
    if (others.length === 0) this.toChannel(channel, cast, client);
    else this.outgoing.toClients(this.neighbours(client), cast);
  }

  /** A member leaves; a channel without members is there no more. */
  leave(client: Client, channel: Channel): void {
    channel.remove(client);
    if (channel.members.size === 0) this.channels.delete(channel.key);
  }
}
