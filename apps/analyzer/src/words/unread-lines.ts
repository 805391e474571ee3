import type { UnreadPackets } from '../story/unread-packets.ts';
import type { Words } from './words.ts';
import { wrapText } from './wrap-text.ts';

/** What of a capture could not be read: a paragraph for each reason. */
export function unreadLines(
  { reasons, others }: UnreadPackets,
  { terms, number }: Words,
): string[] {
  const texts = reasons.map(({ linkType, fault, packets }) =>
    fault === undefined
      ? terms.undecoded(linkType, number(packets))
      : terms.damaged(linkType, number(packets), fault),
  );
  if (others > 0) texts.push(terms.otherwiseUnread(number(others)));
  return texts.flatMap((text) => wrapText(text));
}
