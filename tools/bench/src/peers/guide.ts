import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE_ROOT } from '../workspace-root.ts';
import type { Peer } from './peer.ts';
import { programPeer } from './program-peer.ts';

export const guide = programPeer({
  name: 'guide-python',
  what: 'threaded server of the shape of the guide, in Python: a thread a client',
  program: 'guide-server.py',
  modes: ['reply', 'echo', 'work'],
  tls: false,
  interpreter: { file: 'python3', check: ['--version'] },
});

/** Where the guide's own programs are, as for the tests that need them. */
const FOLDER = process.env.GUIDE_PROGRAMS ?? join(WORKSPACE_ROOT, '..', 'shared', 'guide');
const ORIGINAL = join(FOLDER, 'threaded_server.py');

/** It always prints, and its listen queue of 5 costs it short connections. */
export const guideOriginal: Peer = {
  name: 'guide-original',
  what: "the guide's own threaded_server.py, unchanged",
  prepare: async () => (existsSync(ORIGINAL) ? undefined : "the guide's program is not here"),
  lacks: ({ mode, tls }) =>
    tls || mode !== 'reply' ? 'it only has the reply conversation' : undefined,
  command: ({ port }) => ({ file: 'python3', args: [ORIGINAL, '127.0.0.1', String(port)] }),
};
