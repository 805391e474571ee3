/** What XML cannot hold: controls, halves of characters, non-characters (XML 1.0, 2.2). */
const NO_XML = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

export function xmlText(text: string): string {
  return text.replace(NO_XML, '\ufffd');
}
