import {
  type CaptureEnding,
  FrameDecoder,
  type TcpConversation,
  TcpTracker,
} from '@praktikum/capture';
import { printLine } from '@praktikum/service';
import { readCapture } from '../../capture/file/read-capture.ts';
import { durationOf, roleOf, serverOf } from '../../story/conversation-story.ts';
import { UnreadPackets } from '../../story/unread-packets.ts';
import { unreadLines } from '../../words/unread-lines.ts';
import type { Words } from '../../words/words.ts';
import type { TextOutput } from '../text-output.ts';

/** Prints every TCP connection as one line of JSON. */
export async function printConversations(
  file: string,
  output: TextOutput,
  words: Words,
): Promise<CaptureEnding> {
  const unread = new UnreadPackets();
  const decoder = new FrameDecoder();
  const tracker = new TcpTracker();
  const ending = await readCapture(file, (packet) => {
    const frame = decoder.decode(packet);
    unread.add(frame);
    tracker.observe(frame);
    return undefined;
  });
  for (const line of unreadLines(unread, words)) printLine(line, process.stderr);
  for (const conversation of tracker.conversations) {
    output.add(`${JSON.stringify(summary(conversation))}\n`);
    if (output.full) await output.flush();
  }
  return ending;
}

function summary(conversation: TcpConversation) {
  const { client, flows, lifecycle, initialRoundTrip, lastStates, heardAlone } = conversation;
  const server = serverOf(conversation);
  const { closedFirst, reset } = lifecycle;
  return {
    stream: conversation.stream,
    client: conversation.endpoint(client),
    server: conversation.endpoint(server),
    frames: conversation.frames,
    sent: flowSummary(flows[client]),
    received: flowSummary(flows[server]),
    duration: durationOf(conversation) ?? null,
    initialRoundTrip: initialRoundTrip < 0 ? null : initialRoundTrip / 1e9,
    completeness: conversation.completeness,
    clientState: lastStates[client],
    serverState: lastStates[server],
    heardAlone: heardAlone === undefined ? null : roleOf(conversation, heardAlone),
    closedFirst: closedFirst === undefined ? null : roleOf(conversation, closedFirst),
    closeSegments: lifecycle.closeUnclear ? null : (lifecycle.closeSegments ?? null),
    halfClosed: lifecycle.halfClosed,
    reset: reset ? { ...reset, by: roleOf(conversation, reset.by) } : null,
  };
}

function flowSummary(flow: TcpConversation['flows'][0]) {
  const { frames, frameBytes, payloadBytes, retransmissions } = flow;
  return { frames, frameBytes, payloadBytes, retransmissions };
}
