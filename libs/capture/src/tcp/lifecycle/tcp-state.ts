/**
 * The states of one end of a connection (RFC 9293, section 3.3.2), and `UNKNOWN` where the capture does not
 * show it: of an end whose segments are not in there.
 */
export type TcpState =
  | 'UNKNOWN'
  | 'CLOSED'
  | 'LISTEN'
  | 'SYN-SENT'
  | 'SYN-RECEIVED'
  | 'ESTABLISHED'
  | 'FIN-WAIT-1'
  | 'FIN-WAIT-2'
  | 'CLOSE-WAIT'
  | 'CLOSING'
  | 'LAST-ACK'
  | 'TIME-WAIT';

/** After its FIN was acknowledged. */
const AFTER_OWN_FIN: Partial<Record<TcpState, TcpState>> = {
  'FIN-WAIT-1': 'FIN-WAIT-2',
  CLOSING: 'TIME-WAIT',
  'LAST-ACK': 'CLOSED',
};

/** After the other side's FIN arrived. */
const AFTER_PEER_FIN: Partial<Record<TcpState, TcpState>> = {
  'SYN-RECEIVED': 'CLOSE-WAIT',
  ESTABLISHED: 'CLOSE-WAIT',
  'FIN-WAIT-1': 'CLOSING',
  'FIN-WAIT-2': 'TIME-WAIT',
};

/** After it sent a FIN. */
const AFTER_SENDING_FIN: Partial<Record<TcpState, TcpState>> = {
  'SYN-RECEIVED': 'FIN-WAIT-1',
  ESTABLISHED: 'FIN-WAIT-1',
  'CLOSE-WAIT': 'LAST-ACK',
};

/** The state of an end whose FIN the other side acknowledges. */
export function afterOwnFin(state: TcpState): TcpState {
  return AFTER_OWN_FIN[state] ?? state;
}

/** The state of an end to which a FIN comes. */
export function afterPeerFin(state: TcpState): TcpState {
  return AFTER_PEER_FIN[state] ?? state;
}

/** The state of an end that sends a FIN. */
export function afterSendingFin(state: TcpState): TcpState {
  return AFTER_SENDING_FIN[state] ?? state;
}
