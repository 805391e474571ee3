import { completeMask, matchesMask } from '@praktikum/irc';
import type { Client } from './client.ts';

/** An entry of a list mode: b (bans), e (exceptions from them), I (exceptions from +i), q (mutes). */
export interface ListEntry {
  /** As it was set: `budi!*@*`, `~a:budi`, `~m:budi!*@*`. */
  readonly mask: string;
  /** Who has set it, as a source. */
  readonly by: string;
  /** In seconds since 1970. */
  readonly at: number;
  readonly meaning: MaskMeaning;
}

/** What a mask means, read once: a channel has up to a hundred of them, and a nick change asks them all. */
export interface MaskMeaning {
  /** Of an account rather than of a source: `~a:budi`. */
  readonly ofAccount: boolean;
  /** A ban that only mutes: `~m:budi!*@*`. */
  readonly onlyMutes: boolean;
  /** Folded and whole. */
  readonly pattern: string;
}

/** Who is asked about, folded. */
export interface Identity {
  readonly source: string;
  readonly account: string | undefined;
}

const ACCOUNT_MASK = /^~a(?:ccount)?:(.+)$/i;
const MUTE_MASK = /^~m:(.+)$/i;

/** @param fold by the casemapping of the server */
export function meaningOf(mask: string, fold: (text: string) => string): MaskMeaning {
  const [, muted] = MUTE_MASK.exec(mask) ?? [];
  const [, account] = ACCOUNT_MASK.exec(muted ?? mask) ?? [];
  return {
    ofAccount: account !== undefined,
    onlyMutes: muted !== undefined,
    pattern: fold(account ?? completeMask(muted ?? mask)),
  };
}

/** Addresses are not looked at, only what others see of them: by masks that find them, anybody could learn them. */
export function identityOf({ source, account }: Client, fold: (text: string) => string): Identity {
  return { source: fold(source), account: account === undefined ? undefined : fold(account) };
}

/** Whether an entry means this client. */
export function isMeant({ ofAccount, pattern }: MaskMeaning, who: Identity): boolean {
  const text = ofAccount ? who.account : who.source;
  return text !== undefined && matchesMask(pattern, text);
}
