import { access, constants, rename } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from '@praktikum/protocol';

/** What Windows answers while a program has the file open that is to be replaced. */
const IN_USE: readonly string[] = ['EPERM', 'EACCES', 'EBUSY'];

/**
 * How often it is tried to replace a file that is open elsewhere, with 50 ms between. A virus scanner
 * looks into a new file for some hundred milliseconds.
 * @unit attempts
 * @against a file that fails to be written because a scanner has just looked into the old one
 * @provenBy ./replace-file.spec.ts: tries again while a program has the old file open (%s)
 */
const MAX_REPLACE_ATTEMPTS = 20;
const RETRY_MS = 50;

/** What it works on; tests give another. */
interface System {
  readonly platform: NodeJS.Platform;
  readonly rename: (from: string, to: string) => Promise<void>;
}

/**
 * Gives a file the name of another one, which it replaces.
 * @throws what the system says; `EBUSY` where Windows refuses it because a program has the old file open
 */
export async function replaceFile(
  from: string,
  to: string,
  system: System = { platform: process.platform, rename },
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await system.rename(from, to);
    } catch (error) {
      if (system.platform !== 'win32' || !IN_USE.includes(codeOf(error))) throw error;
      await access(to, constants.W_OK); // one that may only be read is no open one
      if (attempt === MAX_REPLACE_ATTEMPTS) {
        throw Object.assign(new Error(`${to} is open`, { cause: error }), { code: 'EBUSY' });
      }
    }
    await delay(RETRY_MS);
  }
}
