/**
 * An option of a command: `--delay`. Whoever breaks lines breaks them behind each of its hyphens. A longer word
 * than options are may be broken: a line has no room for it.
 */
const OPTION = /((?<=^|[\s(])--?[a-z][\w-]{0,30}(?![\w-]))/;

interface OptionPart {
  readonly text: string;
  readonly isOption: boolean;
}

/** A text in parts, of which those that are options are to stay in one line. */
export function optionParts(text: string): readonly OptionPart[] {
  return text
    .split(OPTION)
    .map((part, at) => ({ text: part, isOption: at % 2 === 1 }))
    .filter((part) => part.text !== '');
}
