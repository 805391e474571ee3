import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';

const START = new URL('./start.ts', import.meta.url).href;

it('says on an old Node which one is needed and how to start the program, and ends with 1', () => {
  const script = `
    Object.defineProperty(process.versions, 'node', { value: '20.20.2' });
    const { start } = await import(${JSON.stringify(START)});
    await start(new URL('file:///does/not/matter.js'));`;
  const args = ['--input-type=module', '--eval', script];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).toContain('memerlukan Node.js 26.6 atau lebih baru');
  expect(stderr).toContain('This program needs Node.js 26.6 or newer');
  expect(stderr).toContain('npx node');
  expect(status).toBe(1);
});

const onUnix = process.platform === 'win32' ? it.skip : it;
onUnix('says so when too few files may be open for its modules', () => {
  const script = `
    const { start } = await import(${JSON.stringify(START)});
    const { openSync } = await import('node:fs');
    try { for (;;) openSync('/dev/null'); } catch {}
    await start(new URL('./arguments/command-line.ts', ${JSON.stringify(START)}));`;
  const node = `"${process.execPath}" --no-warnings --input-type=module`;
  const { status, stderr } = spawnSync('sh', ['-c', `ulimit -n 60; exec ${node}`], {
    input: script,
    encoding: 'utf8',
    env: {},
  });
  expect(stderr).toContain('Batas berkas terbuka terlalu rendah');
  expect(stderr).toContain('The limit of open files is too low');
  expect(stderr).not.toMatch(/^ +at /m);
  expect(status).toBe(11);
});

it('starts a program that asks for less on such a Node', () => {
  const script = `
    Object.defineProperty(process.versions, 'node', { value: '20.20.2' });
    const { start } = await import(${JSON.stringify(START)});
    await start(new URL('data:text/javascript,console.log("started")'), [20, 19]);`;
  const args = ['--input-type=module', '--eval', script];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect([status, stdout]).toEqual([0, 'started\n']);
});
