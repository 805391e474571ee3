import { readFile } from 'node:fs/promises';
import { REPLY_PREFIX, type Endpoint } from '@praktikum/protocol';
import type { ExplainedConnection } from '../../analysis/explained-capture.ts';
import { observeTraffic, type CapturedTraffic } from '../../analysis/observe-traffic.ts';
import type { Finding } from '../../evidence/evidence.ts';
import type { Workbench } from '../../runs/workbench.ts';
import type { ComparedRun } from './comparison.ts';
import { MESSAGE_COUNT, messageLines } from '../../runs/messages.ts';
import {
  citation,
  finding,
  ladderPicture,
  terminal,
  whole,
  type ObservedPart,
} from './observed-part.ts';

const MESSAGES = 'messages.txt';
const REPLY = 'tcp-reply.txt';
const OUTPUT = 'tcp-client.txt';
const CAPTURE = 'tcp.pcapng';

/** The messages over one TCP connection. */
export async function observeStream(
  bench: Workbench,
  server: Endpoint,
): Promise<{ part: ObservedPart; compared: ComparedRun }> {
  const sent = messageLines(MESSAGE_COUNT);
  await bench.write(MESSAGES, sent);
  const args = [server.host, String(server.port), '--interactive', '--raw'];
  // Each line is sent by itself, and none waits for the answer to the one before.
  const files = { inputFrom: MESSAGES, output: OUTPUT, data: REPLY };
  const traffic = { server, file: CAPTURE, protocol: 'TCP' } as const;
  const { result, captured, missing } = await observeTraffic(bench, traffic, () =>
    bench.run('client', args, files),
  );
  const reply = await readFile(bench.path(REPLY));
  const identical = Buffer.compare(sent, reply) === 0;
  return {
    part: {
      findings: [
        ...(captured === undefined ? [] : streamFindings(captured, sent.length)),
        replyFinding(sent, reply),
      ],
      exhibits: [
        terminal('tcp-client', ({ tcpClient }) => tcpClient, result.command, OUTPUT),
        ...(captured === undefined
          ? []
          : [ladderPicture('tcp-ladder', ({ tcpLadder }) => tcpLadder, captured.ladder)]),
      ],
      missing,
    },
    compared: {
      sent: MESSAGE_COUNT,
      // What a server has changed cannot be counted as messages.
      back: identical ? MESSAGE_COUNT : undefined,
      outOfOrder: identical ? 0 : undefined,
      duplicates: identical ? 0 : undefined,
      frames: captured && streamFrames(captured.explained),
    },
  };
}

function streamFindings({ file, explained }: CapturedTraffic<'TCP'>, bytes: number): Finding[] {
  const carrying = (from: 'client' | 'server') =>
    explained.segments
      .filter((segment) => segment.from === from && segment.length > 0)
      .map(({ frame }) => frame);
  const [there, back] = [carrying('client'), carrying('server')];
  const { opening, closing, acknowledging } = streamFrames(explained);
  const frames = [...there, ...back];
  return [
    finding(
      ({ noBorders }) => noBorders(MESSAGE_COUNT, bytes, there.length, back.length),
      [citation(file, frames)],
    ),
    finding(
      ({ streamOverhead }) => streamOverhead(opening, acknowledging, closing),
      [citation(file, withoutData(explained))],
    ),
  ];
}

function withoutData({ segments }: ExplainedConnection): number[] {
  return segments.filter(({ length }) => length === 0).map(({ frame }) => frame);
}

export function replyFinding(sent: Buffer, reply: Buffer): Finding {
  const cites = [whole(MESSAGES), whole(REPLY)];
  if (Buffer.compare(sent, reply) === 0) {
    return finding(({ identical }) => identical(sent.length), cites);
  }
  // The threaded server puts its prefix before whatever it has read at once.
  const [, ...answers] = reply.toString().split(REPLY_PREFIX);
  if (answers.join('') === sent.toString()) {
    return finding(({ prefixed }) => prefixed(sent.length, answers.length), cites);
  }
  return finding(({ differs }) => differs(sent.length, reply.length), cites);
}

/** What each frame of a connection is for. */
export function streamFrames(connection: ExplainedConnection): NonNullable<ComparedRun['frames']> {
  const { segments, handshake, close } = connection;
  const handshakeFrames = [handshake.syn, handshake.synAck, handshake.ack].flatMap((segment) =>
    segment === null ? [] : [segment.frame],
  );
  const { client, server } = close.finFrames;
  const firstFin = Math.min(client ?? Infinity, server ?? Infinity);
  const empty = segments.filter(({ length }) => length === 0);
  const opening = empty.filter(({ frame }) => handshakeFrames.includes(frame)).length;
  // A FIN may travel with the last data.
  const closing = empty.filter(({ frame }) => frame >= firstFin).length;
  return {
    all: segments.length,
    requests: segments.filter(({ from, length }) => from === 'client' && length > 0).length,
    replies: segments.filter(({ from, length }) => from === 'server' && length > 0).length,
    opening,
    closing,
    acknowledging: empty.length - opening - closing,
  };
}
