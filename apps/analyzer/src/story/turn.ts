import type { SpokenPiece } from '@praktikum/capture';

/**
 * Bytes of one turn that are kept, to show how its text begins.
 * @unit bytes
 * @against a story that holds the whole capture
 * @provenBy ./read-story.spec.ts: keeps the beginning of what was said
 */
export const KEPT_TURN_BYTES = 1024;

/** What one side said until the other one spoke, as the programs saw it: order restored, repeats left out. */
export interface Turn {
  readonly direction: 0 | 1;
  /** Frames that brought it, in the order in which their bytes could be read. */
  readonly frames: number[];
  bytes: number;
  /** Bytes the capture does not hold. */
  missing: number;
  /** The first {@link KEPT_TURN_BYTES}. */
  text: Uint8Array;
  /** Frames among them that carry an urgent byte, which its receiver mostly does not read in the stream. */
  readonly urgentFrames: number[];
  /** Nanoseconds since the connection's first segment, of its first and last byte. */
  readonly from: number;
  to: number;
}

/** Adds a piece to the last turn, or begins a new one. */
export function addToTurns(
  turns: Turn[],
  piece: SpokenPiece,
  at: number,
  urgentFrames: ReadonlySet<number>,
): void {
  const last = turns.at(-1);
  const turn = last?.direction === piece.direction ? last : newTurn(piece.direction, at);
  if (turn !== last) turns.push(turn);
  turn.to = at;
  if (turn.frames.at(-1) !== piece.frame) {
    turn.frames.push(piece.frame);
    if (urgentFrames.has(piece.frame)) turn.urgentFrames.push(piece.frame);
  }
  if (piece.kind === 'gap') {
    turn.missing += piece.length;
    return;
  }
  turn.bytes += piece.bytes.length;
  const room = KEPT_TURN_BYTES - turn.text.length;
  if (room > 0) turn.text = Buffer.concat([turn.text, piece.bytes.subarray(0, room)]);
}

function newTurn(direction: 0 | 1, at: number): Turn {
  const text = new Uint8Array(0);
  return {
    ...{ direction, frames: [], bytes: 0, missing: 0, text },
    ...{ urgentFrames: [], from: at, to: at },
  };
}
