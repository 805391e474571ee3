import { CaptureError } from './capture-error.ts';

/** Every bound of this library. A hostile file can reach them, but not go beyond. */
export interface CaptureLimits {
  /** Longest captured packet, in bytes; tcpdump and Wireshark use the same. Default 262,144. */
  readonly maxPacketBytes: number;
  /** Longest pcapng block that is buffered, in bytes; longer unknown blocks are skipped. Default 16 MiB. */
  readonly maxBlockBytes: number;
  /** Interfaces of one pcapng file. Default 65,536. */
  readonly maxInterfaces: number;
  /** Headers inside one another in a packet. Default 32. */
  readonly maxLayers: number;
  /** Datagrams whose fragments are waited for. The oldest goes first. Default 256. */
  readonly maxFragmentedDatagrams: number;
  /** Bytes of waiting fragments, all datagrams together. Default 16 MiB. */
  readonly maxFragmentBytes: number;
  /** TCP connections that are followed, 1.5 KB each; of further ones segments are counted. Default 100,000. */
  readonly maxConversations: number;
  /** Segments of one direction that wait for their acknowledgement; Wireshark keeps as many. Default 10,000. */
  readonly maxUnacknowledged: number;
  /** Bytes of one direction that wait for a gap to be filled. Default 4 MiB. */
  readonly maxReassemblyBytes: number;
  /** UDP conversations that are followed; datagrams of further ones are only counted. Default 100,000. */
  readonly maxUdpConversations: number;
  /** Questions of one UDP conversation that wait for an answer. Default 1,024. */
  readonly maxUdpQuestions: number;
}

/** The limits that hold when none are given. */
export const DEFAULT_CAPTURE_LIMITS: CaptureLimits = Object.freeze({
  /**
   * @unit bytes
   * @against a damaged length that has gigabytes allocated
   * @provenBy ./file/capture-reader.spec.ts: refuses a record longer than the limit before it
   *   arrives
   */
  maxPacketBytes: 262_144,
  /**
   * @unit bytes
   * @against a pcapng block that is buffered without end
   * @provenBy ./file/capture-reader.spec.ts: buffers no block longer than the limit
   */
  maxBlockBytes: 16 * 1024 * 1024,
  /**
   * @unit interfaces
   * @against a file that describes interfaces without end
   * @provenBy ./file/capture-reader.spec.ts: describes no more interfaces than the limit
   */
  maxInterfaces: 65_536,
  /**
   * @unit headers
   * @against headers nested without end
   * @provenBy ./frame/frame-decoder.spec.ts: stops at headers nested without end
   */
  maxLayers: 32,
  /**
   * @unit datagrams
   * @against fragments whose rest never comes
   * @provenBy ./frame/frame-decoder.spec.ts: forgets the oldest datagram when too many wait
   */
  maxFragmentedDatagrams: 256,
  /**
   * @unit bytes
   * @against large fragments whose rest never comes
   * @provenBy ./frame/frame-decoder.spec.ts: forgets the oldest datagram when too many bytes wait
   */
  maxFragmentBytes: 16 * 1024 * 1024,
  /**
   * @unit connections
   * @against a port scan that fills the memory with connections
   * @provenBy ./tcp/analysis/segment-measures.spec.ts: counts the segments of connections beyond
   *   the limit, and goes on with the known ones
   */
  maxConversations: 100_000,
  /**
   * @unit segments
   * @against a direction whose acknowledgements were not captured
   * @provenBy ./tcp/flow/unacknowledged.spec.ts: keeps no more than its limit
   */
  maxUnacknowledged: 10_000,
  /**
   * @unit bytes
   * @against a gap that nobody fills, with all that came after it
   * @provenBy ./tcp/stream/byte-stream.spec.ts: gives up a gap rather than keep more than its limit
   */
  maxReassemblyBytes: 4 * 1024 * 1024,
  /**
   * @unit conversations
   * @against datagrams of ever new senders
   * @provenBy ./udp/udp-tracker.spec.ts: numbers conversations by their endpoints, and follows no
   *   more than the limit
   */
  maxUdpConversations: 100_000,
  /**
   * @unit datagrams
   * @against questions that nobody answers
   * @provenBy ./udp/udp-tracker.spec.ts: forgets the oldest question when too many wait
   */
  maxUdpQuestions: 1_024,
});

/**
 * The default limits with some of them changed.
 * @throws CaptureError `ERR_CAPTURE_ARGUMENT` when a limit is no positive whole number
 */
export function captureLimits(changes: Partial<CaptureLimits> = {}): CaptureLimits {
  for (const [name, value] of Object.entries(changes)) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new CaptureError('ERR_CAPTURE_ARGUMENT', `${name} must be a whole number from 1`);
    }
  }
  return Object.freeze({ ...DEFAULT_CAPTURE_LIMITS, ...changes });
}
