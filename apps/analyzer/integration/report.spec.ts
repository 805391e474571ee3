import { statSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import axe from 'axe-core';
import { describeWith } from '@praktikum/testing';
import type { Page } from 'playwright-core';
import { ECHO, REFUSED, type ScriptedSegment, talk } from './build-capture.ts';
import { captureFiles } from './capture-files.ts';
import { reportBrowser } from './report-browser.ts';
import { HOSTILE, writtenReport } from './written-report.ts';

const files = captureFiles();
/** Nowhere to break a line. */
const HOSTILE_WORD = '0123456789'.repeat(50);

const report = (segments: readonly ScriptedSegment[], ...args: string[]) =>
  writtenReport(files, segments, ...args);

describeWith('chromium', 'the HTML report in a browser', () => {
  const { open, watch } = reportBrowser();
  const rungs = (page: Page) => page.locator('#rungs .rung');
  const texts = (page: Page, selector: string) => page.locator(selector).allInnerTexts();

  it('opens from a file, without network and complaints, with ladder, graphs, questions', async () => {
    const file = await report([...talk(4), ...REFUSED]);
    const { page, complaints } = await watch(file);
    await rungs(page).first().waitFor();
    expect(await rungs(page).count()).toBe(talk(4).length);
    expect(await page.locator('.graph svg').count()).toBe(4);
    expect(await page.locator('.answers > li').count()).toBe(20);
    expect(await page.locator('.answers > li').nth(3).innerText()).toContain('10.0.0.1:40000');
    expect(complaints).toEqual([]);
    expect(statSync(file).size).toBeLessThan(1_000_000);
  });

  it('opens of a capture that holds no connection', async () => {
    const { page, complaints } = await watch(await report([]));
    expect(await page.locator('main').innerText()).toContain(
      'There is no TCP or UDP conversation to show.',
    );
    expect(complaints).toEqual([]);
  });

  it('opens with the most telling conversation, and explains before it draws graphs', async () => {
    const midway = ECHO.slice(3, 5).map((part) => ({ ...part, port: 40_002 }));
    const page = await open(await report([...REFUSED, ...midway, ...ECHO]));
    expect(await page.locator('#ladder h2').innerText()).toBe('Ladder of stream 2');
    expect(await page.locator('section').evaluateAll((found) => found.map(({ id }) => id))).toEqual(
      [...['conversations', 'ladder', 'explanation', 'answers', 'graphs']],
    );
  });

  it('draws no graphs of a short echo, and says so', async () => {
    const page = await open(await report(ECHO));
    expect(await page.locator('.graph').count()).toBe(0);
    expect(await page.locator('#graphs').innerText()).toContain('from the server: 1, too few');
  });

  it('shows the headers of the frame under the pointer, bit by bit', async () => {
    const page = await open(await report(ECHO));
    await rungs(page).nth(1).hover();
    const field = (header: string, name: string) =>
      page.locator(`#bits-${header} [data-field=${name}]`).innerText();
    expect(await page.locator('.panel h3').innerText()).toContain('Frame 2');
    expect(await field('ip', 'source')).toMatch(
      /10\.0\.0\.2\s+0000 1010 0000 0000 0000 0000 0000 0010/,
    );
    expect(await field('tcp', 'sourcePort')).toMatch(/12345\s+0011 0000 0011 1001/);
    expect(await field('tcp', 'sequence')).toMatch(/5000 relative 0/);
    expect(await field('tcp', 'acknowledgement')).toMatch(/1001 relative 1/);
    expect(await field('tcp', 'dataOffset')).toMatch(/8 × 4 = 32 bytes\s+1000/);
    expect(await texts(page, '#bits-tcp .bit.is-set .field')).toEqual(['ACK', 'SYN']);
    expect(await page.locator('.options').innerText()).toMatch(/MSS\s+1460\s+02 04 05 b4/);
    expect(await page.locator('.options').innerText()).toMatch(/Window scale\s+7 \(× 128\)/);
  });

  it('follows a frame: its ACK, the graphs, the evidence, and back from there', async () => {
    const page = await open(await report(talk(4)));
    await rungs(page).nth(3).click();
    expect(await page.locator('#rungs .is-chosen').getAttribute('id')).toBe('rung-4');
    expect(await page.locator('#rungs .is-related').getAttribute('id')).toBe('rung-5');
    expect(await page.locator('.graph svg text', { hasText: 'frame 4' }).count()).toBe(4);
    const marked = page.locator('.answers .frame-link[aria-current]').first();
    expect(await marked.innerText()).toBe('4');
    await page.locator('.answers .frame-link', { hasText: /^10$/ }).first().click();
    expect(await page.locator('#rungs .is-chosen').getAttribute('id')).toBe('rung-10');
    expect(await page.locator('.panel').getAttribute('data-frame')).toBe('10');
    const place = await page.locator('#rung-10').boundingBox();
    expect(place!.y).toBeGreaterThanOrEqual(0);
    expect(place!.y + place!.height).toBeLessThanOrEqual(1_000);
  });

  it('leads from a point of a graph to its frame', async () => {
    const page = await open(await report(talk(4)));
    await page.locator('#graphs').evaluate((node) => node.scrollIntoView());
    const chart = (await page.locator('#graph-sequence .chart').boundingBox())!;
    const paths = await page.locator('#graph-sequence svg path[fill="#005f9e"]').all();
    const boxes = await Promise.all(paths.map((path) => path.boundingBox()));
    // Points of data; above them is the legend, below them the slider, of the same colour.
    const points = boxes.filter((box) => box && box.y > chart.y + 50 && box.y < chart.y + 260);
    const [x, y] = [points[0]!.x + 3, points[0]!.y + 3];
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    const chosen = await page.locator('#rungs .is-chosen').getAttribute('id');
    expect(['rung-1', 'rung-4', 'rung-6', 'rung-8', 'rung-10', 'rung-13']).toContain(chosen);
  });

  it('is used with the keyboard alone', async () => {
    const page = await open(await report(ECHO));
    await page.locator('#rungs').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const active = () => page.locator('#rungs').getAttribute('aria-activedescendant');
    expect(await active()).toBe('rung-3');
    expect(await page.locator('.panel h3').innerText()).toContain('Frame 3');
    await page.keyboard.press('End');
    expect(await active()).toBe(`rung-${ECHO.length}`);
    await page.keyboard.press('Enter');
    const last = page.locator(`#rung-${ECHO.length}`);
    expect(await last.getAttribute('aria-selected')).toBe('true');
    expect(await last.getAttribute('aria-label')).toContain('client to server: ACK');
    await page.locator('#go-to-frame').fill('2');
    await page.keyboard.press('Enter');
    expect(await page.locator('#rungs .is-chosen').getAttribute('id')).toBe('rung-2');
  });

  it('sorts and filters the conversations, and shows the one that is chosen', async () => {
    const page = await open(await report([...ECHO, ...REFUSED]));
    const streams = () => texts(page, '.conversations tbody td:first-child');
    expect(await streams()).toEqual(['0', '1']);
    await page.locator('#sort-frames').click();
    expect(await streams()).toEqual(['1', '0']);
    const head = page.locator('th', { has: page.locator('#sort-frames') });
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await page.locator('#conversation-filter').fill('refused 40001');
    expect(await streams()).toEqual(['1']);
    expect(await page.locator('#conversations-shown').innerText()).toBe('1 of 2');
    await page.locator('#stream-1').click();
    expect(await page.locator('#ladder h2').innerText()).toBe('Ladder of stream 1');
    await page.locator(`#rung-${ECHO.length + 1}`).waitFor();
    expect(await rungs(page).count()).toBe(2);
    expect(await page.locator('#explanation').innerText()).toContain('nobody listens on that port');
  });

  it('says which conversations it does not hold, and what the filter left', async () => {
    const many = Array.from({ length: 25 }, (_, index) => index + 40_000);
    const refused = many.flatMap((port) => REFUSED.map((segment) => ({ ...segment, port })));
    const page = await open(await report(refused, '--filter', 'tcp.port != 40024'));
    expect(await page.locator('.conversations tbody tr').count()).toBe(24);
    expect(await page.locator('.conversations .held').count()).toBe(20);
    const notes = await page.locator('#conversations').innerText();
    expect(notes).toContain('This report holds 20 of 24 conversations in full.');
    expect(await page.locator('header').innerText()).toContain('48 of 50 packets');
  });

  it('fits a phone, whatever was sent', async () => {
    const page = await open(
      await report([...ECHO.slice(0, 3), { ...ECHO[3]!, text: HOSTILE_WORD }]),
    );
    await page.setViewportSize({ width: 390, height: 844 });
    // The graphs follow the window in a later frame.
    await page.waitForFunction(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return clientWidth === 390 && scrollWidth === 390;
    });
  });

  it('says of what is wider than a phone that it scrolls', async () => {
    const page = await open(await report(ECHO));
    const cues = page.locator('.scroll-cue');
    const shown = () =>
      cues.evaluateAll((all) => all.filter((cue) => cue.getClientRects().length > 0).length);
    expect(await shown()).toBe(0);
    await page.setViewportSize({ width: 400, height: 800 });
    await page.locator('#conversations .is-wider').waitFor();
    await page.locator('.panel .is-wider').first().waitFor();
    const table = page.locator('#conversations .scrolls');
    expect(await table.getAttribute('tabindex')).toBe('0');
    await table.evaluate((node) => (node.scrollLeft = node.scrollWidth));
    await page.locator('#conversations .is-at-end').waitFor();
  });

  it('speaks both languages', async () => {
    const page = await open(await report(ECHO));
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await rungs(page).nth(3).click();
    await page.locator('#speak-id').click();
    expect(await page.locator('html').getAttribute('lang')).toBe('id');
    expect(await page.locator('#ladder h2').innerText()).toBe('Tangga stream 0');
    expect(await page.locator('.answers h4').first().innerText()).toBe(
      'Bagaimana cara kerja TCP 3-way handshake?',
    );
    expect(await page.locator('#rungs .is-chosen').getAttribute('id')).toBe('rung-4');
    expect(await page.locator('#speak-id').getAttribute('aria-pressed')).toBe('true');
  });

  it('shows what a peer sent as text, whatever it is', async () => {
    const hostile = { ...ECHO[3]!, text: HOSTILE };
    const page = await open(await report([...ECHO.slice(0, 3), hostile]));
    expect(await page.title()).toContain('report of a capture');
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('#rung-4 .payload').textContent()).toContain('"</script><img src=x');
    expect(await page.locator('.turns code').innerText()).toContain('<!-- ${1}');
  });

  it.each(['light', 'dark'] as const)('has no fault that axe finds (%s)', async (colorScheme) => {
    const page = await open(await report([...ECHO, ...REFUSED]));
    await page.emulateMedia({ colorScheme });
    await rungs(page).nth(3).click();
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { axe: checker } = globalThis as unknown as { axe: typeof axe };
      // A rung is a picture: its label tells in words what is drawn in abbreviations.
      const rules = { 'label-content-name-mismatch': { enabled: false } };
      const { violations } = await checker.run({ rules });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(found).toEqual([]);
  });
});
