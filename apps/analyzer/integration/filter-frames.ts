import {
  CaptureReader,
  displayFilter,
  FrameDecoder,
  TcpTracker,
  UdpTracker,
} from '@praktikum/capture';
import { runCommand } from '@praktikum/peers';

/** The frames of a capture that a filter shows. */
export function filterFrames(capture: Uint8Array, filter: string): number[] {
  const shows = displayFilter(filter);
  const reader = new CaptureReader();
  const decoder = new FrameDecoder();
  const segments = new TcpTracker();
  const datagrams = new UdpTracker();
  const shown: number[] = [];
  reader.push(capture);
  for (let packet = reader.read(); packet; packet = reader.read()) {
    const frame = decoder.decode(packet);
    const segment = segments.observe(frame);
    const datagram = datagrams.observe(frame);
    if (shows({ frame, segment, datagram })) shown.push(frame.number);
  }
  return shown;
}

interface Answer {
  readonly id: number;
  readonly result?: readonly { readonly num: number }[];
}

/** The same of each filter by sharkd (https://wiki.wireshark.org/sharkd); undefined for what it refuses. */
export async function sharkdFrames(
  file: string,
  filters: readonly string[],
): Promise<ReadonlyMap<string, readonly number[] | undefined>> {
  const requests = [
    { method: 'load', params: { file } },
    ...filters.map((filter) => ({ method: 'frames', params: { filter } })),
  ].map((request, index) => JSON.stringify({ jsonrpc: '2.0', id: index + 1, ...request }));
  const { stdout } = await runCommand('sharkd', ['-'], { input: `${requests.join('\n')}\n` });
  const answers = new Map<number, Answer>();
  for (const line of stdout.toString().split('\n')) {
    if (!line.startsWith('{')) continue;
    const answer = JSON.parse(line) as Answer;
    answers.set(answer.id, answer);
  }
  return new Map(
    filters.map((filter, index) => {
      const answer = answers.get(index + 2);
      if (!answer) throw new Error(`sharkd did not answer ${filter}`);
      return [filter, answer.result?.map(({ num }) => num)];
    }),
  );
}
