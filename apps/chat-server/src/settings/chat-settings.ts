import type { Casemapping } from '@praktikum/irc';
import type { WorkerSettings } from '../line/worker-settings.ts';

/** Longest texts and largest counts of one user; in bytes of UTF-8 where they are texts. */
interface ChatLimits {
  readonly nick: number;
  readonly channel: number;
  readonly topic: number;
  readonly away: number;
  readonly kick: number;
  /** Nicks that one user may watch. */
  readonly monitor: number;
  /** Users that have gone and are remembered. */
  readonly whowas: number;
  /** Channels that one user may be in. */
  readonly channels: number;
}

/** What a chat server is, complete. */
export interface ChatSettings extends WorkerSettings {
  readonly network: string;
  /** What every client has to give with PASS. Null: nothing. */
  readonly password: string | null;
  /** Who may become operator of the server with OPER. */
  readonly oper: { readonly name: string; readonly password: string } | null;
  readonly casemapping: Casemapping;
  readonly limits: ChatLimits;
  /** Whether clients may have accounts. */
  readonly accounts: boolean;
  /** Whether channels and private talks are kept. */
  readonly history: boolean;
  /** Whether an account may be made before the connection is registered. */
  readonly registrationBeforeConnect: boolean;
  readonly dataDir: string;
  /** How long history is kept, and how many messages of a conversation. */
  readonly retention: { readonly days: number; readonly messages: number };
  /** Whether clients are told to use TLS only, at this port, from now on. */
  readonly stsPort: number | null;
  /** The account of the teacher, who has the rights in the channel of the class. */
  readonly teacher: string | null;
  /** Whether the teacher gets another password, because the old one is lost. */
  readonly newPassword: boolean;
  /** Whether the screen shows something else than the log (`--watch`). */
  readonly hidesLog: boolean;
  /** The channel of the class. */
  readonly classChannel: string;
}
