import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE_ROOT } from '../workspace-root.ts';
import type { Peer } from './peer.ts';
import { welcomes } from './welcomes.ts';

const BUNDLE = join(WORKSPACE_ROOT, 'apps', 'chat-server', 'dist', 'main.js');

/** Our own IRC server, as plain as ngIRCd: no accounts, no web page, no brake on quick lines. */
function chatServer(name: string, what: string, history: boolean): Peer {
  let folder = '';
  return {
    name,
    what,
    async prepare(into) {
      folder = into;
      return existsSync(BUNDLE) ? undefined : 'it is not built: npx nx build chat-server';
    },
    lacks: () => undefined,
    command({ port }) {
      const dataDir = mkdtempSync(join(folder, 'chat-server-')); // no history of another round
      const options = { host: '127.0.0.1', port, websocket: null, tls: null, flood: null };
      const config = join(dataDir, 'config.json');
      writeFileSync(config, JSON.stringify({ ...options, accounts: false, history, dataDir }));
      return { file: process.execPath, args: [BUNDLE, '--config', config] };
    },
    serves: welcomes,
  };
}

export const chatServerPlain = chatServer(
  'chat-server',
  'ours: members are served in worker threads',
  false,
);

export const chatServerHistory = chatServer(
  'chat-server-history',
  'ours, which keeps what was said',
  true,
);
