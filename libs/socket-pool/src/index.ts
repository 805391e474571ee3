export { MAX_WORKERS, SocketPool } from './socket-pool.ts';
export type { SocketPoolEvents, SocketPoolOptions, SocketPoolStats } from './socket-pool.ts';
export { serveConnections } from './serve-connections.ts';
export type { WorkerContext } from './serve-connections.ts';
export { Acceptor } from './acceptor.ts';
export type { AcceptedClient, AcceptorActions, Client } from './acceptor.ts';
export type { RefusalReason } from './admission.ts';
export { ConnectionSet } from './connection-set.ts';
export type {
  ClosedConnection,
  CloseReason,
  Connection,
  ConnectionHandler,
  UnsecuredClient,
} from './connection.ts';
export { converse } from './converse.ts';
export type { ConversationObserver } from './converse.ts';
export { completeLimits, LIMITS } from './limits.ts';
export type { Limits } from './limits.ts';
export { HANDSHAKE_FAILURES } from './tls/handshake-failure.ts';
export type { HandshakeFailure, HandshakeFailureReason } from './tls/handshake-failure.ts';
export type { TlsDetails } from './tls/tls-details.ts';
export { shareTlsSettings } from './tls/tls-settings.ts';
export type { ClientCertificateMode, TlsIdentity, TlsSettings } from './tls/tls-settings.ts';
export type { WorkerExit } from './pool-worker.ts';
