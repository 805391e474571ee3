import { Option } from 'commander';
import { parseEndpoint, parsePort, type Endpoint } from '@praktikum/protocol';
import type { Catalogue, Language } from '@praktikum/service';

/** Nobody else is to read them, unless asked for. */
const DEFAULT_HOST = '127.0.0.1';
const NO_PORT = -1;

const TEXTS: Catalogue<string> = {
  id: `sajikan metrik untuk Prometheus di http://HOST:PORT/metrics; tanpa HOST hanya untuk komputer ini (${DEFAULT_HOST})`,
  en: `serve metrics for Prometheus at http://HOST:PORT/metrics; without HOST for this machine alone (${DEFAULT_HOST})`,
};

/** `--metrics 9464`, `--metrics 0.0.0.0:9464`, `--metrics [::]:9464`; read as an {@link Endpoint}. */
export function metricsOption(language: Language): Option {
  return new Option('--metrics <[host:]port>', TEXTS[language]).argParser(readMetricsEndpoint);
}

/** @throws CodedError `ERR_PORT` or `ERR_ENDPOINT` */
function readMetricsEndpoint(value: string): Endpoint {
  if (/^\d+$/.test(value)) return { host: DEFAULT_HOST, port: parsePort(value) };
  const endpoint = parseEndpoint(value, { host: DEFAULT_HOST, port: NO_PORT });
  if (endpoint.port === NO_PORT) parsePort(''); // a port has to be chosen: there is no usual one
  return endpoint;
}
