import { isNodeAtLeast, NODE_THAT_MOVES_SOCKETS } from '@praktikum/protocol/node-version';

// Before all else: an older Node would fail in the middle of something, with words of its own.
if (!isNodeAtLeast(process.versions.node, NODE_THAT_MOVES_SOCKETS)) {
  throw new Error(
    `@praktikum/socket-pool needs Node.js 24.20 or newer on line 24, or 26.6 or newer; this is ${process.version}. Install one from https://nodejs.org.`,
  );
}
