import { hashed } from '../../programs/answer.ts';

const TIMES = 20_000;

/** CPU time of one round of SHA-256 in microseconds, once the code is warm. */
export function hashMicros(): number {
  const message = new Uint8Array(32);
  hashed(message, TIMES);
  const before = process.cpuUsage();
  hashed(message, TIMES);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / TIMES;
}
