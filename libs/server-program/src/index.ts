export { ConnectionLog } from './connection-log.ts';
export { LimitOptions } from './limit-options.ts';
export { listenFailure } from './listen-failure.ts';
export { runPoolService } from './pool-service/run-pool-service.ts';
export type { ServiceDefinition, ServiceTexts } from './pool-service/run-pool-service.ts';
export { runPoolWorker } from './pool-service/run-pool-worker.ts';
export type { ServiceWorker } from './pool-service/run-pool-worker.ts';
export { TlsOptions } from './tls-options.ts';
