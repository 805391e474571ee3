export { ConnectionLog } from './connection-log.ts';
export { ERRORS as SERVER_ERRORS } from './errors.ts';
export { LimitOptions } from './limit-options.ts';
export { listenError } from './listen-error.ts';
export { listenFailure } from './listen-failure.ts';
export { runPoolService } from './pool-service/run-pool-service.ts';
export type { ServiceTexts } from './pool-service/run-pool-service.ts';
export { runPoolWorker } from './pool-service/run-pool-worker.ts';
export { TlsOptions } from './tls-options.ts';
