/** `frame 4`, or `frame 4, 7, 9 (+12)` when there are many: the same word in both languages. */
export function framesText(frames: readonly number[], most = 8): string {
  const rest = frames.length - most;
  const listed = frames.slice(0, most).join(', ');
  return rest > 0 ? `frame ${listed} (+${rest})` : `frame ${listed}`;
}
