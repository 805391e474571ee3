import { expect, it } from '@jest/globals';
import { describeWith } from '@praktikum/testing';
import { chromium } from 'playwright-core';
import { HASH, sampleDocument } from '../fixtures/sample-document.ts';
import { htmlDocument } from '../src/index.ts';

describeWith('chromium', 'the HTML document in a browser', () => {
  const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

  it('asks for nothing, and fits on a screen of 400 pixels', async () => {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
    try {
      const page = await browser.newPage({ viewport: { width: 400, height: 800 } });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.setContent(htmlDocument(sampleDocument('id')));
      expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(400);
      expect(
        await page.evaluate('[...document.images].every((each) => each.naturalWidth > 0)'),
      ).toBe(true);
      expect(await page.locator('td', { hasText: HASH }).first().innerText()).toBe(HASH);
    } finally {
      await browser.close();
    }
  });
});
