import { styleText, type InspectColor } from 'node:util';

/**
 * Colours text for a terminal, and for nothing else. NO_COLOR is respected; FORCE_COLOR is not taken
 * for a terminal, because Nx sets it for whatever it runs, also when the output goes to a file.
 */
export function paint(
  format: InspectColor | readonly InspectColor[],
  text: string,
  stream: NodeJS.WritableStream,
): string {
  return 'isTTY' in stream && stream.isTTY ? styleText(format, text, { stream }) : text;
}
