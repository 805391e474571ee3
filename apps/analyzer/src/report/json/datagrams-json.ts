import type { DatagramStory } from '../../story/datagram-story.ts';
import { shownText } from '../../words/bytes-text.ts';
import { answerTexts } from '../../words/datagrams/datagram-lines.ts';
import type { Words } from '../../words/words.ts';

/** A UDP conversation as values; times are seconds, moments since its first datagram. */
export function datagramsJson(story: DatagramStory, words: Words) {
  const { protocol, stream, client, server, leftOut, datagrams } = story;
  const { pairs, unanswered, undelivered } = story.fates;
  return {
    ...{ protocol, stream, client, server, leftOut },
    answers: pairs.map(({ roundTrip, ...pair }) => ({ ...pair, roundTrip: roundTrip / 1e9 })),
    unanswered,
    undelivered,
    text: answerTexts(story, words),
    datagrams: datagrams.map(({ frame, at, fromClient, length, payload, icmp, ...answer }) => ({
      frame,
      at: at / 1e9,
      from: fromClient ? 'client' : 'server',
      protocol: icmp === undefined ? 'UDP' : 'ICMP',
      icmp: icmp ?? null,
      length,
      answersFrame: answer.questionFrame || null,
      roundTrip: answer.roundTrip < 0 ? null : answer.roundTrip / 1e9,
      text: shownText(payload, payload.length, length),
    })),
  };
}
