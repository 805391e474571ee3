import { readFileSync, statSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import type { ReportData } from '@praktikum/capture-report';
import { runToEnd } from '@praktikum/peers';
import { describeWith } from '@praktikum/testing';
import type { Page } from 'playwright-core';
import { ECHO, REFUSED, type ScriptedSegment } from './build-capture.ts';
import { captureFiles } from './capture-files.ts';
import { reportBrowser } from './report-browser.ts';

const files = captureFiles();
/** Nowhere to break a line. */
const HOSTILE_WORD = '0123456789'.repeat(50);
const HOSTILE = '</script><img src=x onerror="document.title=1">\u2028<!-- ${1}';

async function report(segments: readonly ScriptedSegment[], ...args: string[]): Promise<string> {
  const capture = files.write(segments);
  const file = `${capture}.html`;
  const { code, stderr } = await runToEnd('analyzer', [
    'explain',
    capture,
    '--html',
    file,
    '--lang',
    'en',
    ...args,
  ]);
  if (code !== 0) throw new Error(stderr);
  return file;
}

/** An upload of `count` segments of one byte, each acknowledged, between handshake and close. */
function long(count: number): ScriptedSegment[] {
  const data = Array.from({ length: count }, (_, index): ScriptedSegment[] => [
    { from: 'client', flags: 'PA', seq: 1 + index, ack: 1, text: String(index % 10) },
    { from: 'server', flags: 'A', seq: 1, ack: 2 + index },
  ]);
  const fin: ScriptedSegment = { from: 'client', flags: 'FA', seq: 1 + count, ack: 1 };
  return [...ECHO.slice(0, 3), ...data.flat(), fin];
}

describeWith('chromium', 'the HTML report in a browser', () => {
  const browser = reportBrowser();
  let opened: Page | undefined;
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });

  async function open(file: string): Promise<Page> {
    const { page, complaints } = await browser.open(file);
    opened = page;
    expect(complaints).toEqual([]);
    return page;
  }

  const rungs = (page: Page) => page.locator('#rungs .rung');
  const texts = (page: Page, selector: string) => page.locator(selector).allInnerTexts();

  it('opens from a file, without network and complaints, with ladder, graphs, questions', async () => {
    const file = await report([...ECHO, ...REFUSED]);
    const { page, complaints } = await browser.open(file);
    opened = page;
    await rungs(page).first().waitFor();
    expect(await rungs(page).count()).toBe(ECHO.length);
    expect(await page.locator('.graph svg').count()).toBe(4);
    expect(await page.locator('.answers > li').count()).toBe(17);
    expect(await page.locator('.answers > li').first().innerText()).toContain('10.0.0.1:40000');
    expect(complaints).toEqual([]);
    expect(statSync(file).size).toBeLessThan(1_000_000);
  });

  it('opens of a capture that holds no connection', async () => {
    const { page, complaints } = await browser.open(await report([]));
    opened = page;
    expect(await page.locator('main').innerText()).toContain('There is no TCP connection to show.');
    expect(complaints).toEqual([]);
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
    const page = await open(await report(ECHO));
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
    const page = await open(await report(ECHO));
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
    expect(['rung-2', 'rung-6', 'rung-10']).toContain(chosen);
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
    expect(notes).toContain('This report holds 20 of 24 TCP connections in full.');
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

  it('speaks both languages', async () => {
    const page = await open(await report(ECHO));
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await rungs(page).nth(3).click();
    await page.locator('#speak-id').click();
    expect(await page.locator('html').getAttribute('lang')).toBe('id');
    expect(await page.locator('#ladder h2').innerText()).toBe('Tangga stream 0');
    expect(await page.locator('.answers h3').first().innerText()).toBe(
      'Alamat IP dan port client?',
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

  it('scrolls through 10,000 frames with a page that stays small', async () => {
    const page = await open(await report(long(4_998)));
    const size = () => page.evaluate(() => document.querySelectorAll('*').length);
    expect(await page.locator('#rungs .rung').first().getAttribute('aria-setsize')).toBe('10000');
    expect(await size()).toBeLessThan(12_000);
    const before = await size();
    await page.locator('#rungs').evaluate((node) => node.scrollTo(0, node.scrollHeight));
    await page.locator('#rung-10000').waitFor();
    expect(await page.locator('#rung-10000').getAttribute('aria-label')).toContain('FIN,ACK');
    expect(await rungs(page).count()).toBeLessThan(80);
    expect(Math.abs((await size()) - before)).toBeLessThan(1_000);
    await page.locator('#graph-sequence summary').click();
    await page.locator('#graph-sequence tbody').waitFor();
    expect(await page.locator('#graph-sequence tbody tr').count()).toBe(200);
    expect(await page.locator('#graph-sequence .points .note').innerText()).toContain('200 of ');
    const frames = await page.evaluate(async () => {
      const scroller = document.getElementById('rungs')!;
      const times: number[] = [];
      for (let step = 0; step < 120; step += 1) {
        const start = performance.now();
        scroller.scrollTop = (step * 2_011) % scroller.scrollHeight;
        await new Promise(requestAnimationFrame);
        times.push(performance.now() - start);
      }
      return times.toSorted((one, other) => one - other);
    });
    // 17 ms where nothing else runs, 28 beside three busy programs; drawing all rungs takes seconds.
    expect(frames[60]).toBeLessThan(100);
  });

  it('lists so many of the frames that one ACK covers', async () => {
    const data = long(15).filter(({ from, seq = 0 }) => from === 'client' && seq > 0);
    const ack: ScriptedSegment = { from: 'server', flags: 'A', seq: 1, ack: 16 };
    const page = await open(await report([...ECHO.slice(0, 3), ...data.slice(1, -1), ack]));
    await page.locator('#go-to-frame').fill('19');
    await page.keyboard.press('Enter');
    const listed = page.locator('.relations dd').first();
    expect(await listed.locator('.frame-link').count()).toBe(12);
    expect(await listed.innerText()).toContain('(+3)');
  });

  it('prints on A4: the ladder as far as is sensible, and says what is not printed', async () => {
    const page = await open(await report(long(300)));
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sizes = pdf.toString('latin1').match(/\/MediaBox \[[^\]]*\]/g) ?? [];
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes.length).toBeLessThan(25);
    expect(new Set(sizes)).toEqual(new Set([sizes[0]]));
    expect(sizes[0]).toMatch(/594\.9\d* 841\.9/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.printed-ladder').innerText()).toContain(
      '… 504 segments are not printed …',
    );
    expect(await page.locator('.printed-rung').count()).toBe(100);
    expect(await page.locator('#rungs').isVisible()).toBe(false);
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

describe('the HTML report', () => {
  it('holds nothing that another machine would be asked for', async () => {
    const text = readFileSync(await report(ECHO), 'utf8');
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<(script|link|img|iframe)[^>]* (src|href)=/);
  });

  it('lists so many turns and frames, and counts the rest', async () => {
    const turn = (index: number): ScriptedSegment[] => [
      { from: 'client', flags: 'PA', seq: 1 + index, ack: 1 + index, text: '?' },
      { from: 'server', flags: 'PA', seq: 1 + index, ack: 2 + index, text: '!' },
    ];
    const turns = Array.from({ length: 110 }, (_, index) => turn(index)).flat();
    const repeated = Array.from({ length: 50 }, () => turns.at(-2)!);
    const text = readFileSync(await report([...ECHO.slice(0, 3), ...turns, ...repeated]), 'utf8');
    const [, embedded = ''] = /id="report-data">(.*?)<\/script>/.exec(text) ?? [];
    const [conversation] = (JSON.parse(embedded) as ReportData).conversations;
    const { turns: listed, moreTurns, unusual } = conversation!.explanation.en;
    expect([listed.length, moreTurns]).toEqual([200, 20]);
    expect(unusual[0]!.count).toBe(50);
    expect(unusual[0]!.frames).toHaveLength(40);
    expect(conversation!.answers.every(({ frames }) => frames.length <= 40)).toBe(true);
  });

  it('is not ended by what a peer sent', async () => {
    const hostile = { ...ECHO[3]!, text: HOSTILE };
    const text = readFileSync(await report([...ECHO.slice(0, 3), hostile]), 'utf8');
    expect(text.match(/<\/script/gi)).toHaveLength(2);
    expect(text.match(/<!--/g)).toBeNull();
  });
});
