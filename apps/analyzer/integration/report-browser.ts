import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll } from '@jest/globals';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

/** Without a screen, as root in a container, and without a word to anybody. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A report as a reader has it on the screen. */
export interface OpenReport {
  readonly page: Page;
  /** What the page complained of, and what it asked the network for. */
  readonly complaints: readonly string[];
}

/** The browser of one test file, with a profile of its own; it is closed at the end. */
export function reportBrowser() {
  const profile = mkdtempSync(join(tmpdir(), 'report-browser-'));
  let context: BrowserContext | undefined;
  beforeAll(async () => {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: '/usr/bin/chromium',
      args: FLAGS,
      viewport: { width: 1400, height: 1000 },
    });
  });
  afterAll(async () => {
    await context?.close();
    // What it leaves behind may still be written to by a process of its own.
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return {
    /** Opens a report from its file. */
    async open(file: string): Promise<OpenReport> {
      const page = await context!.newPage();
      const complaints: string[] = [];
      const own = pathToFileURL(file).href;
      page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(own)) complaints.push(`request: ${request.url()}`);
      });
      await page.goto(own);
      return { page, complaints };
    },
  };
}
