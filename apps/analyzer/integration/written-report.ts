import { runToEnd } from '@praktikum/peers';
import type { ScriptedSegment } from './build-capture.ts';
import type { captureFiles } from './capture-files.ts';

/** What a peer may send to end the script it is embedded in, and to begin another. */
export const HOSTILE = '</script><img src=x onerror="document.title=1">\u2028<!-- ${1}';

/** Writes the HTML report of a scripted capture and gives its path. */
export async function writtenReport(
  files: ReturnType<typeof captureFiles>,
  segments: readonly ScriptedSegment[],
  ...args: string[]
): Promise<string> {
  const capture = files.write(segments);
  const file = `${capture}.html`;
  const explain = ['explain', capture, '--html', file, '--lang', 'en', ...args];
  const { code, stderr } = await runToEnd('analyzer', explain);
  if (code !== 0) throw new Error(stderr);
  return file;
}
