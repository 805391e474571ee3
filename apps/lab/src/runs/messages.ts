/** The same messages for TCP and UDP. */
export const MESSAGE_COUNT = 100;

/** What each of them says, behind its number. */
export const MESSAGE = 'Ini pesan dari client';

/** The messages as lines of a file, numbered as the client numbers datagrams: `#7 Ini pesan dari client`. */
export function messageLines(count: number): Buffer {
  const lines = Array.from({ length: count }, (_, at) => `#${at + 1} ${MESSAGE}\n`);
  return Buffer.from(lines.join(''));
}
