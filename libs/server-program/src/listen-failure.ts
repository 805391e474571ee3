import { CodedError } from '@praktikum/protocol';
import { listenError } from './listen-error.ts';

/**
 * What a pool or an acceptor could not listen for, explained: who holds the port, which one is free.
 * @param optionOf the option that chooses the port of a listener, empty where none does. Default: `--port`
 */
export async function listenFailure(
  error: unknown,
  optionOf: (listener: string) => string = () => '--port',
): Promise<unknown> {
  if (!(error instanceof CodedError) || error.details.listener === undefined) return error;
  const { listener, host, port } = error.details;
  const endpoint = { host: String(host), port: Number(port) };
  return listenError(error.cause, endpoint, 'tcp', optionOf(String(listener)));
}
