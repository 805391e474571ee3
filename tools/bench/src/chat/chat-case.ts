import type { Case, FigureName } from '../cases/case.ts';
import { measureLoad } from '../cases/measure-load.ts';

/** A server that keeps what was said may write it down later; that is work on the messages, too. */
const WORK_ON_MS = 500;

/**
 * So many times the messages that are measured warm the server up: what a compiler makes ready while it runs,
 * as V8 does, is then about ready, as it is after a minute of a real chat.
 */
const WARM_UPS = 10;

/** A conversation of one channel. */
export interface Conversation {
  readonly name: string;
  readonly peers: readonly string[];
  /** The figure that its chart shows. */
  readonly main: FigureName;
  /** Members of the one channel, who talk in turn. */
  readonly members: number;
  readonly messages: number;
  /** Most messages in flight. One is done when all the others have got it. */
  readonly window: number;
  /** Whether members acknowledge at once what they read. Default false. */
  readonly quickack?: boolean;
}

/** Members of a channel who talk. */
export function chatCase(options: Conversation): Case {
  const { name, peers, main, members, messages, window, quickack = false } = options;
  const warmup = WARM_UPS * messages;
  const conversation = { connections: members, operations: messages, warmup, window };
  return {
    name,
    what: `${members} members of a channel, ${messages} messages of some 60 bytes, ${window} in flight${quickack ? '; members acknowledge at once' : ''}`,
    need: { mode: 'irc', tls: false },
    peers,
    main,
    async measure(measuring) {
      const load = { ...conversation, mode: 'chat', quickack, seconds: measuring.seconds } as const;
      const { result, figures } = await measureLoad(measuring, load, WORK_ON_MS);
      const { p50, p99 } = result.latencyMicros;
      return { ...figures, wallSeconds: result.elapsed, p50, p99 };
    },
  };
}
