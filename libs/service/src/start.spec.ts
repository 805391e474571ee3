import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { itOnUnix } from '@praktikum/testing';

const START = new URL('./start.ts', import.meta.url).href;

/** Starts a program that prints "started" on what takes itself for this version of Node. */
function startOn(version: string, ...leastNodes: [number, number][]) {
  const script = `
    Object.defineProperty(process.versions, 'node', { value: '${version}' });
    const { start } = await import(${JSON.stringify(START)});
    const program = new URL('data:text/javascript,console.log("started")');
    await start(program${leastNodes.length > 0 ? `, ${JSON.stringify(leastNodes)}` : ''});`;
  const args = ['--input-type=module', '--eval', script];
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

describe('start', () => {
  it.each(['20.20.2', '24.19.0', '25.9.0', '26.5.1'])(
    'says on Node %s which one is needed and how to start the program, and ends with 1',
    (version) => {
      const { status, stdout, stderr } = startOn(version);
      expect(stderr).toContain('memerlukan Node.js 24.20+ atau 26.6+');
      expect(stderr).toContain('This program needs Node.js 24.20+ or 26.6+');
      expect(stderr).toContain('npx node');
      expect([status, stdout]).toEqual([1, '']);
    },
  );

  it.each(['24.20.0', '24.21.0', '26.6.0', '26.10.0', '27.0.0'])(
    'starts the program on Node %s',
    (version) => {
      const { status, stdout } = startOn(version);
      expect([status, stdout]).toEqual([0, 'started\n']);
    },
  );

  it('starts a program that asks for less on an older Node', () => {
    const { status, stdout } = startOn('20.20.2', [20, 19]);
    expect([status, stdout]).toEqual([0, 'started\n']);
    expect(startOn('18.20.8', [20, 19]).stderr).toContain('needs Node.js 20.19+; you started it');
  });
});

itOnUnix('says so when too few files may be open for its modules', () => {
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
