import { CodedError, codeOf, messageOf } from '@praktikum/protocol';
import type { ListenerPlace } from './entrance.ts';

/** What `listen()` failed with, its `cause`, under the same code, and for which of the listeners. */
export function listeningFailure({ name, endpoint }: ListenerPlace, cause: unknown): CodedError {
  const { host, port } = endpoint;
  const message = `cannot listen on ${host} port ${port}: ${messageOf(cause)}`;
  return new CodedError(codeOf(cause), message, { cause, details: { listener: name, host, port } });
}
