import type { Workbench } from '../runs/workbench.ts';

/**
 * The frames of a capture whose TCP segment contains a text. The same filter works in Wireshark.
 * @param text without quotation marks
 */
export async function framesThatContain(
  bench: Workbench,
  file: string,
  text: string,
): Promise<number[]> {
  const filter = `tcp contains "${text}"`;
  const args = ['packets', file, `--filter=${filter}`];
  const { stdout } = await bench.run('analyzer', args, { isAside: true });
  const lines = stdout.toString().split('\n').filter(Boolean);
  return lines.map((line) => (JSON.parse(line) as { number: number }).number);
}
