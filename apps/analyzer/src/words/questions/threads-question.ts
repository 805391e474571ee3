import { concurrencyOf } from '../../story/concurrency.ts';
import { serverOf } from '../../story/conversation-story.ts';
import { endpointText } from '../../story/endpoint-text.ts';
import type { Words } from '../words.ts';
import { commandLines, COMPARED_RUNS } from './compared-runs.ts';
import type { Finding, QuestionedCapture } from './question.ts';

/**
 * Clients that waited and are listed.
 * @unit clients
 * @against an answer that is a table
 * @provenBy ../../../integration/limits.spec.ts: answers with ten of many, and counts the rest
 */
const MOST_LISTED = 10;

/** What the clients of one server show: who waited for whom, or who was served at once. */
export function threadsAnswer({ story, survey }: QuestionedCapture, words: Words): Finding {
  const { questions, ms } = words;
  const { threads: texts } = questions;
  const times = survey.tcp.flatMap(({ conversation }) => {
    const server = endpointText(conversation.endpoint(serverOf(conversation)));
    return server === story.server ? (survey.times.of(conversation) ?? []) : [];
  });
  const clients = times.length;
  const { mostConnected, mostServed, waited, interleaved, longest } = concurrencyOf(times);
  const connected = texts.connected(clients, story.server, mostConnected);
  const more = [texts.compare, ...commandLines(COMPARED_RUNS.threads)];
  const waits = longest ? [texts.longest(ms(longest.wait), longest.stream)] : [];
  const data = { clients, mostConnected, mostServed, waited: waited.length };
  if (interleaved) {
    const [one, other] = interleaved;
    const [first, second] = [one.conversation.stream, other.conversation.stream];
    const { frame } = other.answered;
    const atOnce = texts.atOnce(mostServed, first, second, frame);
    return {
      text: [texts.why, connected, atOnce, ...waits, texts.anyway],
      frames: [one.answered.frame, frame, one.gone.frame],
      data,
    };
  }
  if (waited.length > 0) {
    const shown = waited.slice(0, MOST_LISTED);
    const rest = waited.length - shown.length;
    const list = shown.map(({ stream, asked, answered, behind, gone }) =>
      texts.waited(
        stream,
        asked.frame,
        answered.frame,
        ms(answered.at - asked.at),
        behind,
        gone.frame,
      ),
    );
    return {
      text: [
        texts.why,
        connected,
        texts.queue,
        ...list,
        ...(rest > 0 ? [questions.more(rest)] : []),
        ...waits,
      ],
      frames: shown.flatMap(({ asked, gone, answered }) => [
        asked.frame,
        gone.frame,
        answered.frame,
      ]),
      data,
    };
  }
  const unseen = mostConnected > 1 ? [texts.notSeen] : [];
  return { text: [texts.why, connected, ...unseen, ...more], frames: [], missing: true, data };
}
