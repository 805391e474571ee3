import { execFile } from 'node:child_process';

/**
 * Runs a tool that may be missing here.
 * @returns undefined when it did its work, otherwise why not
 */
export function runTool(file: string, ...args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(file, args, (error, _stdout, stderr) => {
      if (error === null) return resolve(undefined);
      if (error.code === 'ENOENT') return resolve(`${file} is not installed`);
      const [firstLine] = stderr.trim().split('\n');
      resolve(`${file} failed: ${firstLine || error.message}`);
    });
  });
}

/** What a tool prints about itself, its first line; undefined when it is missing. */
export function askTool(file: string, ...args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(file, args, (error, stdout) => {
      resolve(error === null ? stdout.trim().split('\n')[0] : undefined);
    });
  });
}
