import { programPeer } from './program-peer.ts';

export const go = programPeer({
  name: 'go',
  what: 'Go, standard library: a goroutine a client',
  program: 'server.go',
  modes: ['reply', 'echo'],
  tls: true,
  build: (source, into) => ['go', 'build', '-o', into, source],
});
