import type { Command } from 'commander';
import { isHost, parseEndpoint, parsePort, CodedError, type Endpoint } from '@praktikum/protocol';
import type { ProgramTexts } from '../texts.ts';
import { withDefault } from './command-line.ts';

interface EndpointOptions {
  readonly host?: string;
  readonly port?: string;
}

/** Gives a command `[host] [port]`, and `--host` and `--port` with the same meaning. */
export function addEndpointArguments(
  command: Command,
  { endpoint: texts, commandLine }: Pick<ProgramTexts, 'endpoint' | 'commandLine'>,
  defaults: Endpoint,
): Command {
  // Commander may not know the defaults: `[host]` and `[port]` count where no option was given.
  const host = withDefault(texts.host, defaults.host, commandLine);
  const port = withDefault(texts.port, defaults.port, commandLine);
  return command
    .argument('[host]', `${texts.sameAs} --host`)
    .argument('[port]', `${texts.sameAs} --port`)
    .option('--host <host>', host)
    .option('--port <port>', port);
}

/**
 * The endpoint that was asked for; options win over positions. `[host]` may carry the port too.
 * @param leastPort 0 lets the system choose a port, which only a server can use
 * @throws CodedError `ERR_ENDPOINT`, `ERR_HOST_IS_NUMBER` or `ERR_PORT`
 */
export function readEndpoint(
  [host, port]: readonly (string | undefined)[],
  options: EndpointOptions,
  defaults: Endpoint,
  leastPort: 0 | 1,
): Endpoint {
  const given = options.host ?? host ?? defaults.host;
  // Systems take it for an address: 9005 is 0.0.35.45. Nobody means that.
  if (/^\d+$/.test(given)) {
    throw new CodedError('ERR_HOST_IS_NUMBER', `a number as host: ${given}`, {
      details: { value: given },
    });
  }
  const base = parseEndpoint(given, defaults);
  // `--host "$HOST"` of an empty variable is not the default, which may be every address there is.
  if (given === '' || !isHost(base.host)) {
    throw new CodedError('ERR_ENDPOINT', `not a host: ${given}`, {
      details: { value: given },
    });
  }
  const chosen = options.port ?? port;
  return { host: base.host, port: parsePort(chosen ?? String(base.port), leastPort) };
}
