import type { Need } from '../peers/peer.ts';
import type { Case } from './case.ts';
import { measureLoad } from './measure-load.ts';

const PREFIX_BYTES = Buffer.byteLength('Anda mengirim: ');

interface ConversationCase {
  readonly name: string;
  readonly what: string;
  readonly need: Need;
  readonly connections: number;
  /** Bytes of a message. */
  readonly size: number;
  /** Messages a second at which latency is measured; none: as they come, one after another. */
  readonly rate?: number;
}

/**
 * Messages on standing connections. Throughput and CPU come from connections that ask again at
 * once; latency from a rate that every server can follow, because a server that is asked as fast
 * as it answers sets the pace of those who measure it.
 */
export function conversationCase(options: ConversationCase): Case {
  const { name, what, need, connections, size, rate } = options;
  const reply = need.mode === 'echo' ? size : size + PREFIX_BYTES;
  const common = { connections, size, reply, tls: need.tls };
  return {
    name,
    what,
    need,
    main: 'throughput',
    async measure(measuring) {
      const { seconds, warmUpSeconds } = measuring;
      await measureLoad(measuring, { ...common, mode: 'closed', seconds: warmUpSeconds });
      const closed = await measureLoad(measuring, { ...common, mode: 'closed', seconds });
      const timed =
        rate === undefined
          ? closed
          : await measureLoad(measuring, { ...common, mode: 'fixed', rate, seconds });
      const { p50, p99, p999 } = timed.result.latencyMicros;
      return { ...closed.figures, p50, p99, p999 };
    },
  };
}
