/** Columns of a terminal; Infinity where there is none, or it does not say. */
export function terminalWidth(stream: NodeJS.WriteStream): number {
  return (stream.isTTY && stream.columns) || Infinity;
}
