export { ConnectionLog } from './connection-log.ts';
export { ERRORS as SERVER_ERRORS } from './errors.ts';
export { LimitOptions } from './limit-options.ts';
export { findFreePort, listenError } from './listen-error.ts';
export { listenFailure } from './listen-failure.ts';
export { logHowToTry, type TryCommand } from './log-how-to-try.ts';
export { runPoolService } from './pool-service/run-pool-service.ts';
export type {
  OwnerSurroundings,
  ServiceDefinition,
  ServiceTexts,
} from './pool-service/run-pool-service.ts';
export type { ServiceOwner } from './pool-service/pool-server.ts';
export { runPoolWorker } from './pool-service/run-pool-worker.ts';
export { SERVER_TEXTS } from './texts.ts';
export type { ServerTexts } from './texts.ts';
export { TlsOptions } from './tls-options.ts';
