import { CodedError } from '@praktikum/protocol';
import { listenError } from './listen-error.ts';

/** What a pool or an acceptor could not listen for, explained: who holds the port, which one is free. */
export async function listenFailure(error: unknown): Promise<unknown> {
  if (!(error instanceof CodedError) || error.details.listener === undefined) return error;
  const { host, port } = error.details;
  return listenError(error.cause, { host: String(host), port: Number(port) });
}
