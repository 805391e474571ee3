import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
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

/**
 * The browser of one test file, with a profile of its own; its pages are closed after each test, and it
 * at the end.
 */
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
  const pages: Page[] = [];
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  /** Opens a report from its file, and writes down what it complains of. */
  async function watch(file: string): Promise<OpenReport> {
    const page = await context!.newPage();
    pages.push(page);
    const complaints: string[] = [];
    const own = pathToFileURL(file).href;
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(own)) complaints.push(`request: ${request.url()}`);
    });
    await page.goto(own);
    return { page, complaints };
  }
  /** Opens a report that has nothing to complain of. */
  async function open(file: string): Promise<Page> {
    const { page, complaints } = await watch(file);
    expect(complaints).toEqual([]);
    return page;
  }
  return { open, watch };
}
