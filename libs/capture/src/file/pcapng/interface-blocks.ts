import { fileUint16, fileUint32 } from '../../bytes.ts';
import { CaptureError } from '../../capture-error.ts';
import type { CaptureInterface, InterfaceStatistics } from '../capture-interface.ts';
import type { BlockBody } from './block.ts';
import { BlockOptions } from './block-options.ts';
import { TimestampClock } from './timestamp-clock.ts';

/** An interface of the current section, with the clock its packets are stamped by. */
export interface SectionInterface {
  readonly description: CaptureInterface;
  readonly clock: TimestampClock;
}

/** Bytes before the options. */
const DESCRIPTION_BYTES = 8;
const STATISTICS_BYTES = 12;

/**
 * Reads an interface description block.
 * @throws CaptureError `ERR_CAPTURE_DAMAGED` when it is too short or an option is damaged
 */
export function decodeInterface(body: BlockBody, id: number): SectionInterface {
  const { bytes, start, end, little } = body;
  requireBytes(body, DESCRIPTION_BYTES, 'interface description');
  const options = new BlockOptions(bytes, start + DESCRIPTION_BYTES, end, little);
  const clock = new TimestampClock(options.byte(9), options.uint64(14, true));
  const texts = {
    name: options.text(2),
    description: options.text(3),
    filter: options.filter(11),
    system: options.text(12),
  };
  return {
    clock,
    description: {
      id,
      linkType: fileUint16(bytes, start, little),
      snapLength: fileUint32(bytes, start + 4, little),
      ticksPerSecond: clock.ticksPerSecond,
      ...withoutUndefined(texts),
    },
  };
}

/**
 * Reads an interface statistics block.
 * @throws CaptureError `ERR_CAPTURE_DAMAGED` when it is too short or an option is damaged
 */
export function decodeStatistics(body: BlockBody): { id: number; statistics: InterfaceStatistics } {
  const { bytes, start, end, little } = body;
  requireBytes(body, STATISTICS_BYTES, 'interface statistics');
  const options = new BlockOptions(bytes, start + STATISTICS_BYTES, end, little);
  const counters = {
    received: options.uint64(4),
    dropped: options.uint64(5),
    accepted: options.uint64(6),
    droppedBySystem: options.uint64(7),
    delivered: options.uint64(8),
  };
  return { id: fileUint32(bytes, start, little), statistics: withoutUndefined(counters) };
}

/** @throws CaptureError `ERR_CAPTURE_DAMAGED` when the body is shorter than `count` bytes */
export function requireBytes(body: { start: number; end: number }, count: number, what: string) {
  if (body.end - body.start < count) {
    throw new CaptureError(
      'ERR_CAPTURE_DAMAGED',
      `the ${what} block has ${body.end - body.start} bytes of at least ${count}`,
    );
  }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
