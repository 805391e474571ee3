import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../run-tool.ts';
import type { Peer } from './peer.ts';
import { welcomes } from './welcomes.ts';

/** Debian installs it where the PATH of an ordinary user does not lead. */
export const NGIRCD = '/usr/sbin/ngircd';

let file = '';

/** A small IRC server in C: one thread, epoll. */
export const ngircd: Peer = {
  name: 'ngircd',
  what: 'ngIRCd, in C: one thread',
  async prepare(folder) {
    file = join(folder, 'ngircd.conf');
    return runTool(NGIRCD, '--version');
  },
  lacks: () => undefined,
  command({ port }) {
    writeFileSync(file, configuration(port));
    return { file: NGIRCD, args: ['-n', '-f', file] };
  },
  serves: welcomes,
};

/** Nothing in it holds a member back: no limit by address, no penalty for quick lines, no look-ups. */
function configuration(port: number): string {
  return `[Global]
Name = irc.bench.example
AdminEMail = bench@bench.example
Listen = 127.0.0.1
Ports = ${port}
[Limits]
MaxConnections = 0
MaxConnectionsIP = 0
MaxJoins = 0
MaxNickLength = 30
MaxPenaltyTime = 0
[Options]
DNS = no
Ident = no
PAM = no
`;
}
