import { formatSource } from '@praktikum/irc';
import { CAPABILITY, type Capability } from '../../line/capability.ts';
import { formFor, type Cast } from '../../line/cast.ts';
import type { OwnerTime } from '../rules/owner-time.ts';
import type { Channel, Membership } from './channel.ts';
import { body, lineFor, type CapabilityTag } from './line-parts.ts';
import type { Desk, Receiver } from './outgoing.ts';
import type { Response } from './response.ts';

/** One connection, from its first line to its end; a user once it is registered. */
export class Client implements Receiver {
  readonly id: number;
  readonly desk: Desk;
  /** The address that it comes from; nobody is shown it but operators. */
  readonly address: string;
  readonly isSecure: boolean;
  readonly connectedAt = Date.now();
  readonly #serverName: string;
  /** `refused`: it has given a wrong password, and is told so in a moment. */
  state: 'registering' | 'registered' | 'refused' | 'gone' = 'registering';
  /** `*` until it has said one. */
  nick = '*';
  /** Without `~`, which is put in front: nobody has verified it. */
  username = '';
  realname = '';
  /** What others see instead of the address. */
  host: string;
  /** The name of the account that it has logged in to. */
  account: string | undefined;
  awayMessage: string | undefined;
  /** User modes: i o w B. */
  readonly modes = new Set<string>();
  readonly channels = new Map<Channel, Membership>();
  /** By the folded names of channels: who has invited it, one that manages the channel or a member. */
  readonly invitations = new Map<string, 'by-manager' | 'by-member'>();
  /** Folded nicks that it watches, as it has written them. */
  readonly monitored = new Map<string, string>();
  capabilities = 0;
  /** Of CAP LS; 302 and later are told values and changes. */
  capVersion = 301;
  /** When it has last spoken to others: for the idle time of WHOIS. */
  spokeAt = Date.now();
  readonly ownerTime: OwnerTime;
  /** Gets what its own command is answered by, while that is collected. */
  response: Response | undefined;

  constructor(id: number, desk: Desk, origin: ClientOrigin) {
    const { address, host, isSecure, serverName, ownerTime } = origin;
    this.id = id;
    this.desk = desk;
    this.address = address;
    this.host = host;
    this.isSecure = isSecure;
    this.#serverName = serverName;
    this.ownerTime = ownerTime;
  }

  /** `ani!~ani@3f2a.kelas` */
  get source(): string {
    return formatSource({ name: this.nick, user: `~${this.username}`, host: this.host });
  }

  get isRegistered(): boolean {
    return this.state === 'registered';
  }

  get isOperator(): boolean {
    return this.modes.has('o');
  }

  /** Since it has last spoken to others. */
  get idleSeconds(): number {
    return Math.max(0, Math.floor((Date.now() - this.spokeAt) / 1000));
  }

  has(capability: Capability): boolean {
    return (this.capabilities & CAPABILITY[capability]) !== 0;
  }

  /** A numeric, or a line of the server, to this client: `:server 001 ani :Welcome`. */
  numeric(code: string, ...params: readonly string[]): void {
    this.reply(this.#serverName, code, [this.nick, ...params]);
  }

  /** A line that answers a command of its own. Middle parameters are made such as can stand there. */
  reply(
    source: string,
    command: string,
    params: readonly string[],
    tags: readonly CapabilityTag[] = [],
  ): void {
    const last = params.length - 1;
    const possible = params.map((param, at) => (at === last ? param : asMiddle(param)));
    this.answer(tags, body(source, command, possible));
  }

  /** FAIL, WARN or NOTE of IRCv3 standard replies. */
  standardReply(
    type: 'FAIL' | 'WARN' | 'NOTE',
    command: string,
    code: string,
    ...rest: readonly string[]
  ): void {
    this.reply(this.#serverName, type, [command, code, ...rest]);
  }

  /** What it gets of a cast, as an answer to a command of its own. */
  answerCast(cast: Cast): void {
    const form = formFor(this.capabilities, cast.forms);
    if (form !== undefined) this.answer(cast.tags, form.line);
  }

  /** A line without tags and CR LF, as an answer to a command of its own. */
  answer(tags: readonly CapabilityTag[], line: string): void {
    if (this.response !== undefined) this.response.add(tags, line);
    else this.write(lineFor(this.capabilities, tags, line));
  }

  /** What it gets of a cast, whatever is being collected. */
  notify(cast: Cast): void {
    const form = formFor(this.capabilities, cast.forms);
    if (form !== undefined) this.write(lineFor(this.capabilities, cast.tags, form.line));
  }

  /** Whole lines with CR LF. */
  write(lines: string): void {
    if (this.state !== 'gone') this.desk.records.send(this.id, lines);
  }

  setCapabilities(bits: number): void {
    this.capabilities = bits;
    this.desk.records.capabilities(this.id, bits);
  }
}

/** Where a client comes from. */
export interface ClientOrigin {
  readonly address: string;
  readonly host: string;
  readonly isSecure: boolean;
  readonly serverName: string;
  readonly ownerTime: OwnerTime;
}

/** A parameter that is not the last one cannot be empty, hold a space or begin with a colon. */
function asMiddle(param: string): string {
  const shown = param.replaceAll(' ', '_').replace(/^:/, '_:');
  return shown === '' ? '*' : shown;
}
