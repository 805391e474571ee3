import { ACK, RST } from '@praktikum/capture';
import { type ConversationStory, roleOf } from './conversation-story.ts';

/** What an ACK shows of a side whose segments were not captured. */
interface UnseenStep {
  readonly frame: number;
  /** Relative number that it acknowledges. */
  readonly acknowledgement: number;
  /** Numbers more than before: bytes, and one for SYN and FIN each; 0 of the first ACK. */
  readonly more: number;
}

/** A connection of which one direction only was captured. */
interface UnseenSide {
  readonly seen: 'client' | 'server';
  readonly unseen: 'client' | 'server';
  /** Whether the first step acknowledges its SYN, or SYN-ACK. */
  readonly opened: boolean;
  readonly steps: readonly UnseenStep[];
}

/** Finds out which side is missing; undefined when both were captured, or nothing shows that it spoke. */
export function unseenSide({ conversation, segments }: ConversationStory): UnseenSide | undefined {
  const { heardAlone, beganWithSyn, lifecycle } = conversation;
  if (heardAlone === undefined) return undefined;
  const seen = roleOf(conversation, heardAlone);
  const steps: UnseenStep[] = [];
  let last: number | undefined;
  for (const { frame, flags, acknowledgement } of segments) {
    if ((flags & (ACK | RST)) !== ACK) continue;
    const more = last === undefined ? 0 : (acknowledgement - last) | 0;
    if (last !== undefined && more <= 0) continue;
    steps.push({ frame, acknowledgement, more });
    last = acknowledgement;
  }
  const unseen = seen === 'client' ? 'server' : 'client';
  const opened = beganWithSyn || !lifecycle.midstream;
  return { seen, unseen, opened, steps };
}
