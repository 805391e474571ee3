/**
 * UDP neither delivers everything nor keeps the order, so the client numbers its datagrams in plain
 * text that a capture shows at once: `#7 Ini pesan dari client`.
 */
export interface NumberedDatagram {
  /** 1 for the first datagram. */
  readonly number: number;
  readonly message: Uint8Array;
}

/**
 * Most payload an IPv4 UDP datagram carries: 65,535 less 20 bytes of IP and 8 of UDP header.
 * @unit bytes
 * @against a message that the system refuses with EMSGSIZE in the middle of a run
 * @provenBy ../../../apps/client/integration/datagrams.spec.ts: refuses a message that fits into no
 *   datagram
 */
export const MAX_DATAGRAM_BYTES = 65_507;

export function encodeDatagram({ number, message }: NumberedDatagram): Uint8Array {
  return Buffer.concat([Buffer.from(`#${number} `), message]);
}

/** Undefined for a datagram that bears no number. */
export function decodeDatagram(datagram: Uint8Array): NumberedDatagram | undefined {
  const head = Buffer.from(datagram.subarray(0, 12)).toString('latin1');
  const match = /^#([1-9]\d{0,8}) /.exec(head);
  if (match === null) return undefined;
  return { number: Number(match[1]), message: datagram.subarray(match[0].length) };
}
