import type { FigureName } from '../cases/case.ts';
import type { RequiredRatio } from '../ratios.ts';
import type { FigureKey } from '../samples.ts';

const OURS = 'chat-server';
const HISTORY = 'chat-server-history';

/** What chat-server has to keep beside ngIRCd, and with history beside itself. */
export const CHAT_RATIOS: readonly RequiredRatio[] = [
  besideNgircd('time to fan out to 100 members', 'fan-out', 'wallSeconds', 0.4),
  besideNgircd('CPU to fan out to 100 members', 'fan-out', 'cpuMicros', 0.6),
  besideNgircd('a single message, half are faster', 'one-by-one', 'p50', 1),
  besideNgircd('CPU of a single message', 'one-by-one', 'cpuMicros', 1.5),
  besideNgircd('time to fan out to 1,000 members', 'fan-out-1000', 'wallSeconds', 0.7),
  withHistory('time to fan out with history', 'fan-out-history', 'wallSeconds'),
  withHistory('CPU to fan out with history', 'fan-out-history', 'cpuMicros'),
  withHistory('a single message with history', 'one-by-one-history', 'p50'),
  withHistory('CPU of a single message with history', 'one-by-one-history', 'cpuMicros'),
];

function besideNgircd(
  what: string,
  name: string,
  figure: FigureName,
  limit: number,
): RequiredRatio {
  const key = keyOf(name, figure);
  return { what: `${what}, beside ngIRCd`, of: key(OURS), to: key('ngircd'), ...atMost(limit) };
}

function withHistory(what: string, name: string, figure: FigureName): RequiredRatio {
  const key = keyOf(name, figure);
  return { what: `${what}, beside none`, of: key(HISTORY), to: key(OURS), ...atMost(1.25) };
}

function keyOf(name: string, figure: FigureName): (peer: string) => FigureKey {
  return (peer) => ({ peer, case: name, logging: 'off', figure });
}

function atMost(limit: number): Pick<RequiredRatio, 'bound' | 'limit'> {
  return { bound: 'at most', limit };
}
