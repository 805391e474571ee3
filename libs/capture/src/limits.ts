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
  /** TCP connections that are followed, 2 KB each; of further ones segments are counted. Default 100,000. */
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
  maxPacketBytes: 262_144,
  maxBlockBytes: 16 * 1024 * 1024,
  maxInterfaces: 65_536,
  maxLayers: 32,
  maxFragmentedDatagrams: 256,
  maxFragmentBytes: 16 * 1024 * 1024,
  maxConversations: 100_000,
  maxUnacknowledged: 10_000,
  maxReassemblyBytes: 4 * 1024 * 1024,
  maxUdpConversations: 100_000,
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
