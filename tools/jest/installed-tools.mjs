import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

/**
 * Prints which of the third-party programs that tests use are installed here. Nx takes the answer
 * as an input of the integration tests: a result that was cached without a tool ("skipped"), or with
 * another version of it, is not replayed. Nx asks before every command, and to run each program costs
 * seconds: the file itself tells its version, by its name, size and date.
 */
const TOOLS = [
  'python3',
  'cc',
  'nc',
  'bash',
  'script',
  'openssl',
  'tshark',
  'sharkd',
  'dumpcap',
  'tcpdump',
  'testssl',
  'chromium',
  'pdftotext',
  'soffice',
  'unshare',
  'ip',
  'iptables',
  'ngircd',
  'irssi',
  'weechat-headless',
  'ii',
  'sic',
];

/** Servers such as ngircd lie where only the administrator looks. */
const PATHS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
const FOLDERS = [...new Set(PATHS)].filter((folder) => folder !== '');
const ENDINGS = process.platform === 'win32' ? (process.env.PATHEXT ?? '.EXE').split(';') : [''];

for (const tool of TOOLS) {
  const candidates = FOLDERS.flatMap((folder) =>
    ENDINGS.map((ending) => join(folder, `${tool}${ending}`)),
  );
  const found = candidates.find(isProgram);
  console.log(`${tool}: ${found === undefined ? 'not installed' : describe(found)}`);
}

const guide = process.env.GUIDE_PROGRAMS ?? '../shared/guide';
console.log(`the guide's programs: ${existsSync(guide) ? 'present' : 'absent'}`);
const headers = '/usr/include/openssl/ssl.h';
console.log(`OpenSSL's headers: ${existsSync(headers) ? 'present' : 'absent'}`);

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** `/usr/bin/python3.11, 6831704 bytes, 2024-12-02T…`: `python3` is a link to it. */
function describe(path) {
  const { size, mtime } = statSync(path);
  const file = `${realpathSync(path)}, ${size} bytes, ${mtime.toISOString()}`;
  // The shims of pyenv and asdf stay the same whichever version they run.
  if (basename(dirname(path)) !== 'shims') return file;
  return `${file}, ${spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim()}`;
}
