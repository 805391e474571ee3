import type { ConversationStory } from './conversation-story.ts';
import { findHandshake } from './handshake.ts';

/** Within one machine a handshake takes less. */
const LEAST_NETWORK_NS = 1e6;
/** Below this part of the handshake's round trip, what was measured did not cross the network. */
const NEARLY_NOTHING = 0.1;

/** Where in the network a capture was made, as the handshake shows it. Times are nanoseconds. */
export interface CapturePlace {
  /** Near which end; `local` when the whole handshake took less than a network does. */
  readonly near: 'client' | 'server' | 'between' | 'local';
  /** From the place to that end and back. */
  readonly toClient: number;
  readonly toServer: number;
}

/** The place; undefined where it is not known which segment answered which, or when. */
export function capturePlace({ segments }: ConversationStory): CapturePlace | undefined {
  const { syn, synAck, ack, repeated, retried } = findHandshake(segments);
  if (!syn || !synAck || !ack || repeated.length + retried.length > 0) return undefined;
  const [toServer, toClient] = [synAck.at - syn.at, ack.at - synAck.at];
  if (toServer < 0 || toClient < 0) return undefined;
  const whole = toServer + toClient;
  const nearly = (part: number) => part < whole * NEARLY_NOTHING;
  if (whole <= LEAST_NETWORK_NS) return { near: 'local', toClient, toServer };
  if (nearly(toClient)) return { near: 'client', toClient, toServer };
  return { near: nearly(toServer) ? 'server' : 'between', toClient, toServer };
}
