import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const LOGGER = new URL('./logger.ts', import.meta.url).href;
const FULL_DISK = '/dev/full';

let child: ChildProcess;
afterEach(() => void child?.kill('SIGKILL'));

/** Starts a program whose standard output is a full disk. */
function start(program: string): ChildProcess {
  const stdout = openSync(FULL_DISK, 'w');
  child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', stdout, 'pipe'],
  });
  closeSync(stdout);
  return child;
}

const SAID = {
  id: 'PERINGATAN: Log tidak dapat ditulis ke keluaran standar (penyimpanan penuh); server tetap melayani.\n',
  en: 'WARNING: The log cannot be written to standard output (the disk is full); the server goes on serving.\n',
};

const suite = existsSync(FULL_DISK) ? describe : describe.skip;

suite('a log on a full disk (where there is /dev/full)', () => {
  it.each([
    ['id', 'json'],
    ['en', 'json'],
    ['id', 'pretty'],
    ['en', 'pretty'],
  ] as const)(
    'says so once, and lets the program go on and end (%s, %s)',
    async (language, format) => {
      const options = `{ service: 's', language: '${language}', level: 'info', format: '${format}' }`;
      start(`
      import { createLogger } from '${LOGGER}';
      const log = createLogger(${options});
      for (let n = 0; n < 100; n++) log.info('x'.repeat(100));
      createLogger(${options}).info('y');
      log.flush(() => {
        log.info('z');
        log.flush(() => process.exit(7));
      });`);
      expect(await ending()).toEqual([SAID[language], 7]);
    },
  );

  it('does not keep a program that has nothing else to do', async () => {
    start(`
      import { createLogger } from '${LOGGER}';
      const log = createLogger({ service: 's', language: 'en', level: 'info', format: 'json' });
      log.info('x');`);
    expect(await ending()).toEqual([SAID.en, 0]);
  });

  it('is spoken of once for all threads', async () => {
    start(`
      import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
      import { createLogger } from '${LOGGER}';
      const log = createLogger({ service: 's', language: 'en', level: 'info', format: 'json' });
      const source = workerData ?? process.execArgv.at(-1);
      if (!isMainThread) {
        log.info('x');
        log.flush(() => parentPort.postMessage('failed'));
      } else {
        const threads = [1, 2, 3].map(
          () => new Worker(new URL('data:text/javascript,' + encodeURIComponent(source)), { workerData: source }),
        );
        await Promise.all(threads.map((thread) => new Promise((resolve) => thread.once('exit', resolve))));
      }`);
    expect(await ending()).toEqual([SAID.en, 0]);
  });
});

/** What the program has said on standard error, and its exit code. */
async function ending(): Promise<[string, unknown]> {
  const [said, [code]] = await Promise.all([text(child.stderr!), once(child, 'exit')]);
  return [said, code];
}
