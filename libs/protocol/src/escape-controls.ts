/**
 * Characters that would steer a terminal or hide what a line says: C0 and C1 controls (an escape
 * sequence begins with U+001B or U+009B), line and paragraph separators, and the bidirectional
 * controls that show text in another order than it has (UAX #9).
 */
const STEERING = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const STEERING_BUT_LAYOUT = /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Nothing in it steers anything: most lines, and much cheaper to see than to replace nothing. */
const PLAIN = /^[ -~]*$/;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Text from a peer, made safe for a terminal and a log line: `ESC[2J` becomes `\x1b[2J`.
 * @param layout `keep` leaves tabs and newlines as they are, for text shown as text
 */
export function escapeControls(text: string, layout: 'keep' | 'escape' = 'escape'): string {
  if (PLAIN.test(text)) return text;
  return text.replace(layout === 'keep' ? STEERING_BUT_LAYOUT : STEERING, visible);
}

function visible(character: string): string {
  const code = character.charCodeAt(0);
  return NAMED[character] ?? (code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`);
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
