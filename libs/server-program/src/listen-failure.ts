import { CodedError, codeOf } from '@praktikum/protocol';
import { listenError } from './listen-error.ts';

/**
 * What a pool or an acceptor could not listen for, explained: who holds the port, which one is free.
 * @param optionOf the option that chooses the port of a listener, empty where none does. Default: `--port`
 * @param wantedPorts of all listeners of this program: one that is there twice is nobody else's. Default: none
 */
export async function listenFailure(
  error: unknown,
  optionOf: (listener: string) => string = () => '--port',
  wantedPorts: readonly number[] = [],
): Promise<unknown> {
  if (!(error instanceof CodedError) || error.details.listener === undefined) return error;
  const { listener, host, port } = error.details;
  const endpoint = { host: String(host), port: Number(port) };
  const isWantedTwice = wantedPorts.filter((one) => one === endpoint.port).length > 1;
  const isOwn = isWantedTwice && codeOf(error.cause) === 'EADDRINUSE';
  const cause = isOwn ? new CodedError('EADDRINUSE', 'by this program') : error.cause;
  return listenError(cause, endpoint, 'tcp', optionOf(String(listener)));
}
