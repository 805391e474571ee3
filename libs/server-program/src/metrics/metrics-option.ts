import { Option } from 'commander';
import { parseEndpoint, parsePort, type Endpoint } from '@praktikum/protocol';
import type { PoolTexts } from '../pool-service/pool-texts.ts';

/** Nobody else is to read them, unless asked for. */
const DEFAULT_HOST = '127.0.0.1';
const NO_PORT = -1;

/** `--metrics 9464`, `--metrics 0.0.0.0:9464`, `--metrics [::]:9464`; read as an {@link Endpoint}. */
export function metricsOption(texts: PoolTexts): Option {
  return new Option('--metrics <[host:]port>', texts.metricsOption(DEFAULT_HOST)).argParser(
    readMetricsEndpoint,
  );
}

/** @throws CodedError `ERR_PORT` or `ERR_ENDPOINT` */
function readMetricsEndpoint(value: string): Endpoint {
  if (/^\d+$/.test(value)) return { host: DEFAULT_HOST, port: parsePort(value) };
  const endpoint = parseEndpoint(value, { host: DEFAULT_HOST, port: NO_PORT });
  if (endpoint.port === NO_PORT) parsePort(value); // a port has to be chosen: there is no usual one
  return endpoint;
}
