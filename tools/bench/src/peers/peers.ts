import { asyncio } from './asyncio.ts';
import { chatServerHistory, chatServerPlain } from './chat-server.ts';
import { epoll } from './epoll.ts';
import { go } from './go.ts';
import { guide, guideOriginal } from './guide.ts';
import { ngircd } from './ngircd.ts';
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

/** The same for the cases of IRC. */
export const CHAT_PEERS: readonly Peer[] = [ngircd, chatServerPlain, chatServerHistory];
