import { parseSource } from './source.ts';

const STAR = 0x2a;
const QUESTION_MARK = 0x3f;

/**
 * A mask with all three parts, for a list of bans: `ani` becomes `ani!*@*`, `a@lab` becomes `*!a@lab`.
 * A part that is empty or not there becomes `*`, and so does a run of them.
 */
export function completeMask(mask: string): string {
  const { name, user, host } = parseSource(mask);
  // What stands before a host alone is a user: nobody bans by `nick@host`.
  const parts = user === undefined && host !== undefined ? ['', name, host] : [name, user, host];
  const [nick, username, hostname] = parts.map((part) => part || '*');
  return `${nick}!${username}@${hostname}`.replace(/\*+/g, '*');
}

/**
 * Whether the whole text fits the mask: `*` stands for any characters, `?` for one code point. Both are
 * compared as they are, so fold them before (`foldCase`). A backslash means itself: it is a letter
 * of nicknames. The time is at the most the product of both lengths, whatever the mask: only the last
 * `*` ever takes more, since what the ones before it have found can stay as it is.
 */
export function matchesMask(mask: string, text: string): boolean {
  let inMask = 0;
  let inText = 0;
  let afterStar = -1;
  let starEnd = 0;
  while (inText < text.length) {
    const wanted = mask.codePointAt(inMask);
    const found = text.codePointAt(inText)!;
    if (wanted === STAR) {
      inMask += 1;
      afterStar = inMask;
      starEnd = inText;
    } else if (wanted === QUESTION_MARK || wanted === found) {
      inMask += units(wanted);
      inText += units(found);
    } else if (afterStar !== -1) {
      starEnd += units(text.codePointAt(starEnd)!);
      inText = starEnd;
      inMask = afterStar;
    } else {
      return false;
    }
  }
  while (mask.codePointAt(inMask) === STAR) inMask += 1;
  return inMask === mask.length;
}

/** UTF-16 code units that a code point takes in a string. */
function units(codePoint: number): 1 | 2 {
  return codePoint > 0xffff ? 2 : 1;
}
