import { accessSync, constants, existsSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Where npm keeps what it has downloaded, as a variable for it. Its own place is in the home folder, which
 * may be for reading only, as on some machines of schools: then it is beside other temporary files.
 * @returns {{ npm_config_cache?: string }}
 */
export function npmCache() {
  const usual = process.env.npm_config_cache ?? join(homedir(), '.npm');
  if (isWritable(usual)) return {};
  return { npm_config_cache: join(tmpdir(), `praktikum-npm-${process.getuid?.() ?? ''}`) };
}

function isWritable(folder) {
  try {
    accessSync(existsSync(folder) ? folder : dirname(folder), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
