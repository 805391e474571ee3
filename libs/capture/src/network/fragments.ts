import type { Frame } from '../frame/frame.ts';
import type { CaptureLimits } from '../limits.ts';

/** Where a fragment belongs in its datagram. */
export interface FragmentPlace {
  /** Offset in the datagram's payload, in bytes. */
  readonly offset: number;
  /** Whether further fragments follow. */
  readonly more: boolean;
  readonly protocol: number;
}

interface Piece {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

interface Datagram {
  readonly pieces: Piece[];
  bytes: number;
  /** Length of the whole payload, known from the last fragment. */
  length: number | undefined;
}

/** Longest payload of an IP datagram that can be cut into fragments (RFC 791, section 3.2). */
const LONGEST_PAYLOAD = 65_535;

/** Joins the fragments of IP datagrams (RFC 791, section 3.2; RFC 8200, section 4.5). */
export class FragmentReassembler {
  readonly #datagrams = new Map<string, Datagram>();
  readonly #limits: CaptureLimits;
  #bytes = 0;

  constructor(limits: CaptureLimits) {
    this.#limits = limits;
  }

  /** Datagrams that wait for a fragment. */
  get waiting(): number {
    return this.#datagrams.size;
  }

  /**
   * Takes a fragment.
   * @returns the joined payload when this fragment was the last one missing
   */
  add(frame: Frame, start: number, place: FragmentPlace): Uint8Array | undefined {
    const bytes = frame.bytes.slice(start, frame.end);
    if (bytes.length === 0 || place.offset + bytes.length > LONGEST_PAYLOAD) return undefined;
    const key = `${frame.ipVersion} ${frame.addresses.join(' ')} ${frame.ipId} ${place.protocol}`;
    const datagram = this.#datagramOf(key);
    datagram.pieces.push({ offset: place.offset, bytes });
    datagram.bytes += bytes.length;
    this.#bytes += bytes.length;
    if (!place.more) datagram.length ??= place.offset + bytes.length;
    const whole = join(datagram);
    if (whole) this.#forget(key, datagram);
    else this.#evict();
    return whole;
  }

  #datagramOf(key: string): Datagram {
    const known = this.#datagrams.get(key);
    if (known) return known;
    const datagram: Datagram = { pieces: [], bytes: 0, length: undefined };
    this.#datagrams.set(key, datagram);
    return datagram;
  }

  #forget(key: string, datagram: Datagram): void {
    this.#datagrams.delete(key);
    this.#bytes -= datagram.bytes;
  }

  #evict(): void {
    for (const [key, datagram] of this.#datagrams) {
      const fits =
        this.#datagrams.size <= this.#limits.maxFragmentedDatagrams &&
        this.#bytes <= this.#limits.maxFragmentBytes;
      if (fits) return;
      this.#forget(key, datagram);
    }
  }
}

/**
 * The payload without a gap, or undefined. Where fragments overlap, the one that begins earlier counts,
 * as in Wireshark; hosts differ here, which is an old way around firewalls (RFC 1858, RFC 5722).
 */
function join(datagram: Datagram): Uint8Array | undefined {
  const { length, bytes } = datagram;
  if (length === undefined || bytes < length) return undefined;
  const whole = new Uint8Array(length);
  const sorted = datagram.pieces.toSorted((one, other) => one.offset - other.offset);
  let reached = 0;
  for (const piece of sorted) {
    if (piece.offset > reached) return undefined;
    const fresh = piece.bytes.subarray(reached - piece.offset, length - piece.offset);
    whole.set(fresh, reached);
    reached += fresh.length;
  }
  return reached < length ? undefined : whole;
}
