/** What stands for a character that no font here can draw; DejaVu's own sign for it has no width of its own. */
const BOX = '\u25a1';
/** After the box of a character as wide as two: in a monospaced font the next one stays in its column. */
const SECOND_COLUMN = '\u00a0';

/** What is drawn two columns wide (UAX #11), as far as DejaVu may lack it: scripts of East Asia and emoji. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\ufe0f/u;

/** Says how the character before it is meant, or joins two to one picture; nothing is drawn for it itself. */
const UNDRAWN = /\p{Variation_Selector}|\u200b|\u200c|\u200d|\u2060|\ufeff/gu;

const PLAIN = /^[\n -~]*$/;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Text of which every character can be drawn: what could not, is a box of its width, `□`. An emoji made of
 * several characters is one box.
 * @param drawable whether there is a glyph for a code point
 */
export function drawableText(text: string, drawable: (codePoint: number) => boolean): string {
  if (PLAIN.test(text)) return text;
  let drawn = '';
  for (const { segment } of graphemes.segment(text)) drawn += drawnAs(segment, drawable);
  return drawn;
}

function drawnAs(grapheme: string, drawable: (codePoint: number) => boolean): string {
  if (PLAIN.test(grapheme)) return grapheme;
  const visible = grapheme.replace(UNDRAWN, '');
  if ([...visible].every((each) => each === '\n' || drawable(each.codePointAt(0)!))) return visible;
  return WIDE.test(grapheme) ? BOX + SECOND_COLUMN : BOX;
}
