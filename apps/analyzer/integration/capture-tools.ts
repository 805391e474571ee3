import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import type { captureFiles } from './capture-files.ts';

/** Makes a folder with a program of this name in it, to be used as PATH. */
export type FakeTool = (name: string, script: string) => { PATH: string };

/** Programs that stand in for capture tools. */
export function fakeTools(files: ReturnType<typeof captureFiles>): FakeTool {
  let tools = 0;
  return (name, script) => {
    const folder = files.path(`tool-${(tools += 1)}`);
    mkdirSync(folder);
    writeFileSync(`${folder}/${name}`, `#!${process.execPath}\n${script}`, { mode: 0o755 });
    return { PATH: folder };
  };
}

/** A script that writes a capture to standard output and goes on until it is interrupted, as dumpcap does. */
export function recordsAndWaits(capture: Uint8Array): string {
  return `
  process.on('SIGINT', () => process.exit(0));
  process.stdout.write(Buffer.from('${Buffer.from(capture).toString('base64')}', 'base64'));
  setInterval(() => undefined, 1000);`;
}

/** A folder that holds this tool and no other, to be used as PATH. */
export function onlyTool(tool: string, files: ReturnType<typeof captureFiles>): string {
  const path = spawnSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).stdout.trim();
  const folder = files.path(`only-${tool}`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(`${folder}/${tool}`)) symlinkSync(path, `${folder}/${tool}`);
  return folder;
}
