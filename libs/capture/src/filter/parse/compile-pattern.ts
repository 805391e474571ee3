/** What may stand in a set in brackets; bytes behind ASCII may not, they would match their other case too. */
const MEMBERS = [
  String.raw`\\x[0-7][\da-fA-F]`,
  String.raw`\\[dDwWs](?!-[^\]])`,
  String.raw`\\[bnrtf]`,
  String.raw`\\[\0-/:-@[-${'`'}{-\x7f]`,
  String.raw`\[(?![:.=])`,
  String.raw`[^\\\][\x80-\xff](?!-\\[dDwWs])`,
].join('|');
/** What a pattern is made of. What fits none of it is not in both dialects, or not the same. */
const PIECE = new RegExp(
  [
    String.raw`\((?:\?[:=!])?(?!\?)`,
    String.raw`\[\^?\]?(?:${MEMBERS})*\]`,
    String.raw`\\(?:x[\da-fA-F]{2}|[dDwWsSbBnrtf]|[\0-/:-@[-${'`'}{-\x7f])`,
    String.raw`(?:[*+?]|\{\d+(?:,\d*)?\})\??(?![*+?])`,
    String.raw`[^\\[*+?(]`,
  ].join('|'),
  'sy',
);
const MODE = /^\(\?(-?)i\)/;
/** PCRE's white space; that of JavaScript has the no-break space too. */
const SPACE = String.raw`\t\n\v\f\r `;
const TRANSLATED: Readonly<Record<string, string>> = {
  '.': String.raw`[^\n]`,
  $: String.raw`(?=\n?$)`,
  '\\s': `[${SPACE}]`,
  '\\S': `[^${SPACE}]`,
};

/**
 * Makes a regular expression of one in Wireshark's dialect, as far as JavaScript has the same: PCRE2 over
 * bytes, where only ASCII letters have two cases, which are the same without `(?-i)` in front; `.` is not
 * a line feed, `$` also stands before a last one.
 * @param pattern one character a byte
 * @returns undefined when it cannot be translated
 * @throws SyntaxError when it is no pattern
 */
export function compilePattern(pattern: string): RegExp | undefined {
  const mode = MODE.exec(pattern);
  let source = '';
  for (let at = mode?.[0].length ?? 0; at < pattern.length; at = PIECE.lastIndex) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(pattern)?.[0];
    if (piece === undefined) return undefined;
    source += translated(piece);
  }
  return new RegExp(source, mode?.[1] === '-' ? '' : 'i');
}

function translated(piece: string): string {
  if (piece.length > 1 && piece.startsWith('[')) return translatedSet(piece);
  const byte = piece.startsWith('\\x') ? parseInt(piece.slice(2), 16) : piece.charCodeAt(0);
  if (byte >= 0x80) return `(?-i:\\x${byte.toString(16)})`;
  return TRANSLATED[piece] ?? piece;
}

/** A bracket that stands first is a member of the set; to JavaScript it would be the end. */
function translatedSet(set: string): string {
  return set
    .replace(/^\[(\^?)\]/, String.raw`[$1\]`)
    .replace(/\\./gs, (escape) => (escape === String.raw`\s` ? SPACE : escape));
}
