export { ConnectionLog } from './connection-log.ts';
export { LimitOptions } from './limit-options.ts';
export { metricsOption } from './metrics/metrics-option.ts';
export { MAX_METRICS_CONNECTIONS, MetricsServer } from './metrics/metrics-server.ts';
export { TlsOptions } from './tls-options.ts';
