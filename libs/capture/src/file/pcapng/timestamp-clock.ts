import { CaptureError } from '../../capture-error.ts';

/** Beyond this, ticks of one second and of 2^32 more are no longer exact in a double. */
const EXACT_TICKS = 2 ** 52;
const NANOSECONDS = 1_000_000_000n;

/**
 * Turns a pcapng timestamp (64 bits of ticks, in two halves) into seconds and nanoseconds. The upper
 * half changes every 4.3 s at most when ticks are nanoseconds, so only then big integers are used.
 */
export class TimestampClock {
  readonly ticksPerSecond: number;
  /** Result of the last {@link set}. */
  seconds = 0;
  nanoseconds = 0;

  readonly #ticks: bigint;
  readonly #offsetSeconds: number;
  #high = -1;
  #baseSeconds = 0;
  #baseTicks = 0;

  /**
   * @param resolution `if_tsresol`: a negative power of ten, or of two when the top bit is set. Default 6.
   * @param offsetSeconds `if_tsoffset`, added to every time. Default 0.
   * @throws CaptureError `ERR_CAPTURE_DAMAGED` for a resolution no 64 bits can hold
   */
  constructor(resolution = 6, offsetSeconds = 0n) {
    const exponent = BigInt(resolution & 0x7f);
    this.#ticks = resolution & 0x80 ? 2n ** exponent : 10n ** exponent;
    if (this.#ticks >= 1n << 64n) {
      throw new CaptureError(
        'ERR_CAPTURE_DAMAGED',
        `a clock resolution of ${resolution & 0x80 ? 2 : 10}^-${exponent} s is not possible`,
      );
    }
    this.ticksPerSecond = Number(this.#ticks);
    this.#offsetSeconds = Number(offsetSeconds);
  }

  /** Computes {@link seconds} and {@link nanoseconds} of a timestamp. */
  set(high: number, low: number): void {
    if (this.ticksPerSecond > EXACT_TICKS) {
      this.#setExactly((BigInt(high) << 32n) | BigInt(low));
      return;
    }
    if (high !== this.#high) {
      const ticks = BigInt(high) << 32n;
      this.#high = high;
      this.#baseSeconds = Number(ticks / this.#ticks) + this.#offsetSeconds;
      this.#baseTicks = Number(ticks % this.#ticks);
    }
    const ticks = this.#baseTicks + low;
    const whole = Math.floor(ticks / this.ticksPerSecond);
    this.seconds = this.#baseSeconds + whole;
    this.nanoseconds = this.#nanosecondsOf(ticks - whole * this.ticksPerSecond);
  }

  #nanosecondsOf(ticks: number): number {
    if (this.ticksPerSecond === 1e9) return ticks;
    if (this.ticksPerSecond === 1e6) return ticks * 1000;
    return Number((BigInt(ticks) * NANOSECONDS) / this.#ticks);
  }

  #setExactly(ticks: bigint): void {
    this.seconds = Number(ticks / this.#ticks) + this.#offsetSeconds;
    this.nanoseconds = Number(((ticks % this.#ticks) * NANOSECONDS) / this.#ticks);
  }
}
