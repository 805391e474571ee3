import { existsSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isWritable } from '../is-writable.mjs';

/**
 * Where npm keeps what it has downloaded, as a variable for it. Its own place is in the home folder, which
 * may be for reading only, as on some machines of schools: then it is beside other temporary files.
 * @returns {{ npm_config_cache?: string }}
 */
export function npmCache() {
  const usual = process.env.npm_config_cache ?? join(homedir(), '.npm');
  if (isWritable(existsSync(usual) ? usual : dirname(usual))) return {};
  return { npm_config_cache: join(tmpdir(), `praktikum-npm-${process.getuid?.() ?? ''}`) };
}
