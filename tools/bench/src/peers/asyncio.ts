import { programPeer } from './program-peer.ts';

export const asyncio = programPeer({
  name: 'asyncio',
  what: 'Python asyncio: one thread',
  program: 'asyncio-server.py',
  modes: ['reply', 'echo', 'work'],
  tls: true,
  interpreter: { file: 'python3', check: ['--version'] },
});
