import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithNode, NAME, NodeWorkspace } from './node-workspace.ts';

const LACKS_LOADER = "echo 'node: not found' >&2\nexit 127";

/** Runs the setup as if this Node were another. */
const asIf = (statements: string) => ({
  NODE_OPTIONS: `--import="data:text/javascript,${statements}"`,
});

const version = (node: string) =>
  `Object.defineProperty(process,'versions',{value:{node:'${node}'}});`;

const MUSL = 'process.report.getReport=()=>({header:{}});';
const RISCV = "Object.defineProperty(process,'arch',{value:'riscv64'});";

describeWithNode('a first start', () => {
  let workspace: NodeWorkspace;
  beforeEach(() => void (workspace = new NodeWorkspace(NAME!, LACKS_LOADER)));
  afterEach(() => workspace.remove());

  /** A Node that says this version of itself. */
  function nodeOf(said: string): string {
    const file = join(workspace.root, 'node-of-npm');
    writeFileSync(file, `#!/bin/sh\necho v${said}\n`, { mode: 0o755 });
    return file;
  }

  it.each(['16.20.2', '18.20.8', '20.0.0', '20.18.3'])(
    'on Node %s says in one sentence what is there and what is needed',
    (old) => {
      expect(workspace.setUp(process.execPath, asIf(version(old)))).toEqual({
        status: 1,
        said:
          `Node.js di sini ${old}, dan yang diperlukan 20.19 atau yang lebih baru: https://nodejs.org\n` +
          `Node.js here is ${old}, and 20.19 or newer is needed: https://nodejs.org\n`,
      });
    },
  );

  it.each([
    ['of Alpine', MUSL, 'apk add nodejs-current npm (Alpine)'],
    ['of a system without a package', RISCV, 'https://nodejs.org'],
  ])('says what helps where the Node %s is too old', (_, system, advice) => {
    const options = asIf(system + version('22.20.0'));
    const { status, said } = workspace.setUp(nodeOf('22.20.0'), options);
    expect(said).toContain(
      `Node.js di sini 22.20.0, dan yang diperlukan 24.20 atau yang lebih baru: ${advice}\n`,
    );
    expect(said).toContain(`Node.js here is 22.20.0, and 24.20 or newer is needed: ${advice}\n`);
    expect(said).toMatch(/linux x64 \(musl\)|riscv64/);
    expect(said).not.toMatch(/Node 24|apt-get/);
    expect(status).toBe(1);
  });

  it.each([
    ['Alpine', MUSL],
    ['a system without a package', RISCV],
  ])('takes the Node of %s without a word, if our programs run on it', (_, system) => {
    const first = workspace.setUp(process.execPath, asIf(system));
    expect(first).toEqual({
      status: 0,
      said: 'Memasang paket, sekali saja …\nInstalling the packages, just this once …\n',
    });
    expect(workspace.setUp(process.execPath, asIf(system))).toEqual({ status: 0, said: '' });
    if (system === MUSL) expect(realpathSync(workspace.node)).toBe(realpathSync(process.execPath));
  });
});
