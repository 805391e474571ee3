import './require-node.ts';

export { SocketPool } from './pool/socket-pool.ts';
export type { PoolListener, SocketPoolEvents } from './pool/socket-pool.ts';
export { DEFAULT_LISTENER, MAX_LISTENERS, MAX_WORKERS } from './pool/socket-pool-options.ts';
export type {
  ListenerOptions,
  PoolChanges,
  SocketPoolOptions,
} from './pool/socket-pool-options.ts';
export { ACCEPT_MODES } from './shared/pool-settings.ts';
export type { AcceptMode } from './shared/pool-settings.ts';
export type { SocketPoolStats, WorkerStats } from './pool/pool-stats.ts';
export { serveConnections } from './worker/serve-connections.ts';
export type { WorkerContext } from './worker/serve-connections.ts';
export { Acceptor } from './pool/accept/acceptor.ts';
export type { AcceptorActions } from './pool/accept/acceptor.ts';
export type { AcceptedClient, Client, NumberedClient } from './shared/client.ts';
export type { ClosedConnection, CloseReason } from './shared/closed-connection.ts';
export type { RefusalReason } from './pool/accept/admission.ts';
export { ConnectionSet } from './worker/connection-set.ts';
export type { Connection, ConnectionHandler, UnsecuredClient } from './worker/connection.ts';
export { serveSession } from './worker/serve-session.ts';
export type { Outbox, Session } from './worker/serve-session.ts';
export type { Owner, OwnerLink, WorkerLink } from './shared/owner.ts';
export type { Chore } from './worker/housekeeping.ts';
export { converse } from './worker/converse.ts';
export type { ConversationObserver } from './worker/converse.ts';
export { completeLimits, LIMITS } from './shared/limits.ts';
export type { Limits } from './shared/limits.ts';
export { HANDSHAKE_FAILURES } from './worker/tls/handshake-failure.ts';
export type { HandshakeFailure, HandshakeFailureReason } from './worker/tls/handshake-failure.ts';
export type { TlsDetails } from './worker/tls/tls-details.ts';
export { shareTlsSettings } from './shared/tls-settings.ts';
export type { ClientCertificateMode, TlsIdentity, TlsSettings } from './shared/tls-settings.ts';
export type { WorkerExit } from './pool/workers/worker-exit.ts';

// What users of the pool need of it, so that they need no second package.
export { CodedError } from '@praktikum/protocol';
export type { Conversation, Endpoint, ErrorDetails } from '@praktikum/protocol';
