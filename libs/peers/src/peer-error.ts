import { CodedError } from '@praktikum/protocol';

/** What can go wrong with a peer. An error of the system keeps its own code: `ECONNREFUSED`. */
export type PeerErrorCode =
  /** What was waited for has not come in time. */
  | 'ERR_PEER_TIMEOUT'
  /** The connection ended before what was waited for had come. */
  | 'ERR_PEER_ENDED'
  /** The other side has sent more than is kept. */
  | 'ERR_PEER_RECEIVED_TOO_MUCH'
  /** The script of a server has failed; the cause says why. */
  | 'ERR_PEER_SCRIPT'
  /** The system cannot make a named pipe. */
  | 'ERR_PEER_PIPE'
  /** The bundle of a program is not there. */
  | 'ERR_PROGRAM_NOT_BUILT'
  /** The system cannot start the program; the cause says why. */
  | 'ERR_PROGRAM_NOT_STARTED'
  /** The program ended before what was waited for had come. */
  | 'ERR_PROGRAM_ENDED'
  /** The program has neither said nor done in time what was waited for. */
  | 'ERR_PROGRAM_TIMEOUT'
  /** The program has printed more than is kept, and was ended. */
  | 'ERR_PROGRAM_PRINTED_TOO_MUCH';

/** The error of a peer: a stable code, and a message for who wrote the script. */
export function peerError(
  code: PeerErrorCode,
  message: string,
  options: ErrorOptions = {},
): CodedError {
  return new CodedError(code, message, options);
}
