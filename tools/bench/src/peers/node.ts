import { programPeer } from './program-peer.ts';

const THIS_NODE = { file: process.execPath };

export const node = programPeer({
  name: 'node',
  what: 'plain Node: one thread',
  program: 'node-server.ts',
  modes: ['reply', 'echo', 'work'],
  tls: true,
  interpreter: THIS_NODE,
});

export const cluster = programPeer({
  name: 'cluster',
  what: 'node:cluster: the plain Node server in several processes',
  program: 'cluster-server.ts',
  modes: ['reply', 'echo', 'work'],
  tls: true,
  interpreter: THIS_NODE,
});

export const relay = programPeer({
  name: 'relay',
  what: 'Node worker threads that are sent the bytes, not the sockets, over MessagePort',
  program: 'relay-server.ts',
  modes: ['reply', 'echo', 'work'],
  tls: false,
  interpreter: THIS_NODE,
});

export const socketPool = programPeer({
  name: 'socket-pool',
  what: 'libs/socket-pool with the least around it; stands for threaded-server where there is work',
  program: 'pool-server.ts',
  modes: ['reply', 'echo', 'work'],
  tls: false,
  interpreter: THIS_NODE,
});
