export { ACCEPT_MODES, MAX_WORKERS, SocketPool } from './socket-pool.ts';
export type { AcceptMode, SocketPoolEvents, SocketPoolOptions } from './socket-pool.ts';
export type { SocketPoolStats, WorkerStats } from './pool-stats.ts';
export { serveConnections } from './serving/serve-connections.ts';
export type { WorkerContext } from './serving/serve-connections.ts';
export { Acceptor } from './accept/acceptor.ts';
export type { AcceptorActions } from './accept/acceptor.ts';
export type { AcceptedClient, Client } from './accept/client.ts';
export type { RefusalReason } from './accept/admission.ts';
export { ConnectionSet } from './serving/connection-set.ts';
export type {
  ClosedConnection,
  CloseReason,
  Connection,
  ConnectionHandler,
  UnsecuredClient,
} from './serving/connection.ts';
export type { Chore } from './serving/housekeeping.ts';
export { converse } from './serving/converse.ts';
export type { ConversationObserver } from './serving/converse.ts';
export { completeLimits, LIMITS } from './limits.ts';
export type { Limits } from './limits.ts';
export { HANDSHAKE_FAILURES } from './tls/handshake-failure.ts';
export type { HandshakeFailure, HandshakeFailureReason } from './tls/handshake-failure.ts';
export type { TlsDetails } from './tls/tls-details.ts';
export { shareTlsSettings } from './tls/tls-settings.ts';
export type { ClientCertificateMode, TlsIdentity, TlsSettings } from './tls/tls-settings.ts';
export type { WorkerExit } from './workers/pool-worker.ts';

// What users of the pool need of it, so that they need no second package.
export { CodedError } from '@praktikum/protocol';
export type { Conversation, Endpoint, ErrorDetails } from '@praktikum/protocol';
