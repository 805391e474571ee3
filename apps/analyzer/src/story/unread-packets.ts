import { type Frame, type Unread, unread } from '@praktikum/capture';

/**
 * Reasons that are told apart; packets with further ones are counted together.
 * @unit reasons
 * @against a line for every way in which a packet can be damaged
 * @provenBy ./unread-packets.spec.ts: tells so many reasons apart
 */
export const MOST_REASONS = 5;

/** The packets of a capture of which no IP header could be read. */
export class UnreadPackets {
  readonly reasons: (Unread & { packets: number })[] = [];
  /** Packets beyond {@link MOST_REASONS}. */
  others = 0;

  get count(): number {
    return this.reasons.reduce((sum, { packets }) => sum + packets, this.others);
  }

  add(frame: Frame): void {
    const reason = unread(frame);
    if (!reason) return;
    const { linkType, fault } = reason;
    const known = this.reasons.find((one) => one.linkType === linkType && one.fault === fault);
    if (known) known.packets += 1;
    else if (this.reasons.length < MOST_REASONS) this.reasons.push({ ...reason, packets: 1 });
    else this.others += 1;
  }
}
