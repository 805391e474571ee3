export { ConnectionLog } from './connection-log.ts';
export { LimitOptions } from './limit-options.ts';
export { TlsOptions } from './tls-options.ts';
