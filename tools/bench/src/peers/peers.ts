import { asyncio } from './asyncio.ts';
import { epoll } from './epoll.ts';
import { go } from './go.ts';
import { guide, guideOriginal } from './guide.ts';
import { cluster, node, relay, socketPool } from './node.ts';
import type { Peer } from './peer.ts';
import { threadedDispatch, threadedReusePort } from './threaded-server.ts';

/** In the order in which they take their turns. */
export const PEERS: readonly Peer[] = [
  threadedDispatch,
  threadedReusePort,
  socketPool,
  cluster,
  node,
  relay,
  guide,
  guideOriginal,
  asyncio,
  go,
  epoll,
];
