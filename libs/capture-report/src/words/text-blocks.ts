/** A paragraph, which is wrapped; or lines that are laid out for a fixed font, which stand together. */
interface TextBlock {
  readonly laidOut: boolean;
  /** Of a paragraph one. */
  readonly lines: readonly string[];
}

/** The blocks of an answer: its lines that are laid out begin with two spaces. */
export function textBlocks(text: readonly string[]): TextBlock[] {
  const blocks: { laidOut: boolean; lines: string[] }[] = [];
  for (const line of text) {
    const laidOut = line.startsWith('  ');
    const last = blocks.at(-1);
    if (laidOut && last?.laidOut) last.lines.push(line);
    else blocks.push({ laidOut, lines: [line] });
  }
  return blocks;
}
