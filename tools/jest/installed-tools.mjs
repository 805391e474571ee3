import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Prints which of the third-party programs that tests use are installed here. Nx takes the answer
 * as an input of the integration tests: a result that was cached without a tool ("skipped") is not
 * replayed once the tool is there.
 */
const TOOLS = [
  'python3 --version',
  'nc -h',
  'bash --version',
  'script --version',
  'openssl version',
  'tshark --version',
  'sharkd --version',
  'dumpcap --version',
  'tcpdump --version',
  'testssl --help', // its --version takes seconds
  'chromium --version',
];

for (const tool of TOOLS) {
  const [command, ...args] = tool.split(' ');
  const { error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  const [firstLine] = `${stdout ?? ''}${stderr ?? ''}`.split('\n');
  console.log(`${command}: ${error ? 'not installed' : firstLine}`);
}

const guide = process.env.GUIDE_PROGRAMS ?? '../shared/guide';
console.log(`the guide's programs: ${existsSync(guide) ? 'present' : 'absent'}`);
