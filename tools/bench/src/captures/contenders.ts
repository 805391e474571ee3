import { join } from 'node:path';
import { WORKSPACE_ROOT } from '../workspace-root.ts';

/** What is asked of a capture. */
export type CaptureTask = 'conversations' | 'packets' | 'explain';

/** A program that does one of the tasks. */
export interface Contender {
  readonly name: string;
  readonly task: CaptureTask;
  /** How it is started for a capture file. */
  readonly command: (file: string) => readonly string[];
}

const ANALYZER = join(WORKSPACE_ROOT, 'apps', 'analyzer', 'dist', 'main.js');
const analyzer = (task: CaptureTask): Contender => ({
  name: 'analyzer',
  task,
  command: (file) => [process.execPath, ANALYZER, task, file],
});

/** tshark at its best: without joining streams, without the protocols above TCP. */
const BEST_TSHARK = ['-n', '-o', 'tcp.desegment_tcp_streams:FALSE', '--disable-protocol', 'http'];
const FIELDS = [
  ...['frame.number', 'frame.time_epoch', 'ip.src', 'ip.dst', 'tcp.srcport', 'tcp.dstport'],
  ...['tcp.stream', 'tcp.flags', 'tcp.seq', 'tcp.ack', 'tcp.len', 'tcp.analysis.flags'],
];

/** Ours and its peers; a peer that is not installed is left out. */
export const CONTENDERS: readonly Contender[] = [
  analyzer('conversations'),
  {
    name: 'tcptrace',
    task: 'conversations',
    command: (file) => ['tcptrace', '-n', '-l', '-r', file],
  },
  {
    name: 'tshark',
    task: 'conversations',
    command: (file) => ['tshark', ...BEST_TSHARK, '-q', '-z', 'conv,tcp', '-r', file],
  },
  analyzer('packets'),
  {
    name: 'tshark',
    task: 'packets',
    command: (file) => [
      ...['tshark', ...BEST_TSHARK, '-r', file, '-T', 'fields'],
      ...FIELDS.flatMap((field) => ['-e', field]),
    ],
  },
];

/** The same for a capture of a few packets: what a student waits for. */
export const SMALL_CONTENDER: Contender = analyzer('explain');
