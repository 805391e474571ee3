import { programPeer } from './program-peer.ts';

export const epoll = programPeer({
  name: 'epoll',
  what: 'C, epoll and SO_REUSEPORT: a listener a thread; the limit',
  program: 'epoll-server.c',
  modes: ['reply', 'echo'],
  tls: false,
  build: (source, into) => ['cc', '-O2', '-pthread', '-o', into, source],
});
