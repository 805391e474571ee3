import type { start } from './run-nx.ts';

/**
 * Waits until what a program prints from now on, on either stream, matches. Both are read on
 * afterwards, because a full pipe stops a program.
 */
export function printed(
  { stdout, stderr }: ReturnType<typeof start>,
  pattern: RegExp,
): Promise<RegExpExecArray> {
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [stdout, stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
        const found = pattern.exec(said);
        if (found !== null) resolve(found);
      });
    }
    stdout.on('close', () => reject(new Error(`never printed ${pattern}:\n${said}`)));
  });
}

/** The port that a server says in the line `listening` of its log. */
export async function readyPort(program: ReturnType<typeof start>): Promise<number> {
  const [, port] = await printed(program, /"event":"listening".*"port":(\d+)[,}]/);
  return Number(port);
}
