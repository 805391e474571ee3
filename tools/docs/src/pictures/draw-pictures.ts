import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LANGUAGES } from '@praktikum/protocol';
import { type Drawing, DRAWINGS, PICTURES } from './drawings.ts';
import { echoCapture } from './echo-capture.ts';
import { drawLadders } from './ladder-pictures.ts';
import { recordPictures } from './picture-records.ts';
import { CHROMIUM, photographReports } from './report-pictures.ts';
import { drawSwarms } from './swarm-pictures.ts';

/**
 * Draws all pictures anew by the built programs.
 * @param drawn told of each that was drawn, by its path
 * @returns why some could not be drawn; those stay as they are
 */
export async function drawPictures(
  root: string,
  drawn: (path: string) => void,
): Promise<string | undefined> {
  const folder = join(root, PICTURES);
  for (const language of LANGUAGES) mkdirSync(join(folder, language), { recursive: true });
  const own = mkdtempSync(join(tmpdir(), 'pictures-'));
  const finish = (drawing: Drawing) => {
    recordPictures(root, drawing);
    for (const name of drawing.pictures) drawn(`${PICTURES}/${name}`);
  };
  try {
    const capture = join(own, 'capture.pcapng');
    writeFileSync(capture, echoCapture());
    await drawLadders(folder, capture);
    finish(DRAWINGS.ladder);
    await drawSwarms(folder);
    finish(DRAWINGS.swarm);
    if (!existsSync(CHROMIUM)) return withoutBrowser(DRAWINGS.report);
    await photographReports(folder, capture);
    finish(DRAWINGS.report);
    return undefined;
  } finally {
    rmSync(own, { recursive: true });
  }
}

function withoutBrowser({ pictures }: Drawing): string {
  const paths = pictures.map((name) => `${PICTURES}/${name}`);
  return `Without ${CHROMIUM}, which is not installed, these were not made: ${paths.join(', ')}`;
}
