import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runToEnd } from '@praktikum/peers';
import { LANGUAGES } from '@praktikum/protocol';
import { type Browser, chromium, type Page } from 'playwright-core';
import { SCHEMES } from './drawings.ts';
import { indexedPng } from './indexed-png.ts';
import { requireSuccess } from './require-success.ts';

export const CHROMIUM = '/usr/bin/chromium';
/** As root in a container, and without a word to anybody. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
/** The ladder has its headers beside it, and both ends of the connection fit in one line. */
const SCREEN = { width: 1250, height: 800 };
/** SYN,ACK: it has two flags, and a frame that it answers. */
const CHOSEN_FRAME = 2;
const MARGIN = 12;

/** Photographs the report on a capture in each language, on light and on dark ground. */
export async function photographReports(folder: string, capture: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    for (const language of LANGUAGES) {
      const report = join(dirname(capture), `report-${language}.html`);
      const output = ['--html', report, '--lang', language];
      requireSuccess(await runToEnd('analyzer', ['explain', capture, ...output]));
      for (const scheme of SCHEMES) {
        const picture = await photograph(browser, report, scheme);
        writeFileSync(join(folder, language, `report-${scheme}.png`), picture);
      }
    }
  } finally {
    await browser.close();
  }
}

/** From the ladder to the explanation of the handshake. */
async function photograph(
  browser: Browser,
  report: string,
  colorScheme: (typeof SCHEMES)[number],
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: SCREEN, colorScheme });
  await page.goto(pathToFileURL(report).href);
  await page
    .locator('#rungs .rung')
    .nth(CHOSEN_FRAME - 1)
    .click();
  await page.locator('#rungs .rung.is-chosen').waitFor();
  await page.mouse.move(0, 0);
  const top = (await placeOf(page, '.beside')).top - MARGIN;
  const { bottom } = await placeOf(page, '#explanation .part:first-of-type > p:last-of-type');
  const clip = { x: 0, y: top, width: SCREEN.width, height: bottom + MARGIN - top };
  const png = await page.screenshot({ fullPage: true, animations: 'disabled', clip });
  await page.close();
  return indexedPng(png);
}

/** Where an element stands on the page, however far it is scrolled. */
async function placeOf(page: Page, selector: string): Promise<{ top: number; bottom: number }> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not to be seen in the report`);
  const top = Math.round(box.y + Number(await page.evaluate('window.scrollY')));
  return { top, bottom: top + Math.round(box.height) };
}
