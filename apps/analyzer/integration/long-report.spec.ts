import { expect, it } from '@jest/globals';
import { describeWith } from '@praktikum/testing';
import { ECHO, type ScriptedSegment } from './build-capture.ts';
import { captureFiles } from './capture-files.ts';
import { reportBrowser } from './report-browser.ts';
import { writtenReport } from './written-report.ts';

const files = captureFiles();
const report = (segments: readonly ScriptedSegment[]) => writtenReport(files, segments);

/** An upload of `count` segments of one byte, each acknowledged, between handshake and close. */
function long(count: number): ScriptedSegment[] {
  const data = Array.from({ length: count }, (_, index): ScriptedSegment[] => [
    { from: 'client', flags: 'PA', seq: 1 + index, ack: 1, text: String(index % 10) },
    { from: 'server', flags: 'A', seq: 1, ack: 2 + index },
  ]);
  const fin: ScriptedSegment = { from: 'client', flags: 'FA', seq: 1 + count, ack: 1 };
  return [...ECHO.slice(0, 3), ...data.flat(), fin];
}

describeWith('chromium', 'the HTML report of a long conversation in a browser', () => {
  const { open } = reportBrowser();

  it('scrolls through 10,000 frames with a page that stays small', async () => {
    const page = await open(await report(long(4_998)));
    const size = () => page.evaluate(() => document.querySelectorAll('*').length);
    expect(await page.locator('#rungs .rung').first().getAttribute('aria-setsize')).toBe('10000');
    expect(await size()).toBeLessThan(12_000);
    const before = await size();
    await page.locator('#rungs').evaluate((node) => node.scrollTo(0, node.scrollHeight));
    await page.locator('#rung-10000').waitFor();
    expect(await page.locator('#rung-10000').getAttribute('aria-label')).toContain('FIN,ACK');
    expect(await page.locator('#rungs .rung').count()).toBeLessThan(80);
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
    // 17 ms where nothing else runs, 120 beside eight busy programs; drawing all rungs takes seconds.
    expect(frames[60]).toBeLessThan(500);
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
      '… 504 frames are not printed …',
    );
    expect(await page.locator('.printed-rung').count()).toBe(100);
    expect(await page.locator('#rungs').isVisible()).toBe(false);
  });
});
