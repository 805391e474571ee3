import { LANGUAGES } from '@praktikum/protocol';
import { forEach, type Words } from '../words.ts';
import type { Workbench } from '../runs/workbench.ts';

/** What `analyzer explain --json` says of a capture: the part that experiments read. */
export interface ExplainedCapture {
  readonly packets: number;
  readonly dropped: number;
  readonly tcp: readonly {
    readonly stream: number;
    readonly client: string;
    readonly server: string;
    readonly frames: number;
    readonly sent: number;
    readonly received: number;
    readonly retransmissions: number;
    readonly duration: number;
  }[];
  readonly explained: ExplainedConnection | ExplainedDatagrams | null;
}

export interface ExplainedConnection {
  readonly protocol: 'TCP';
  readonly client: string;
  readonly server: string;
  readonly handshake: {
    readonly syn: OpeningSegment | null;
    readonly synAck: OpeningSegment | null;
    readonly ack: { readonly frame: number; readonly rawAcknowledgement: number } | null;
    /** In seconds. */
    readonly roundTrip: number | null;
  };
  readonly exchange: readonly {
    readonly from: 'client' | 'server';
    readonly frames: readonly number[];
    readonly bytes: number;
  }[];
  readonly close: {
    readonly closedFirst: 'client' | 'server' | null;
    readonly segments: number | null;
    readonly finFrames: { readonly client: number | null; readonly server: number | null };
    readonly reset: { readonly frame: number; readonly by: string } | null;
  };
  readonly segments: readonly ExplainedSegment[];
}

interface OpeningSegment {
  readonly frame: number;
  readonly rawSequence: number;
}

export interface ExplainedSegment {
  readonly frame: number;
  /** Seconds since the first segment. */
  readonly at: number;
  readonly from: 'client' | 'server';
  readonly flags: readonly string[];
  readonly sequence: number;
  readonly acknowledgement: number;
  readonly length: number;
  readonly labels: readonly string[];
  /** What Wireshark makes of the same segment. */
  readonly wiresharkLabels: readonly string[];
  /** Of a segment that was sent before: the frame of the first time. */
  readonly originalFrame: number | null;
  readonly text: string;
}

/** The datagrams between two endpoints. */
export interface ExplainedDatagrams {
  readonly protocol: 'UDP';
  readonly client: string;
  readonly server: string;
  /** Frames of a question and of its answer. */
  readonly answers: readonly { readonly question: number; readonly answer: number }[];
  /** Frames of questions without an answer. */
  readonly unanswered: readonly number[];
  readonly datagrams: readonly {
    readonly frame: number;
    readonly from: 'client' | 'server';
    readonly protocol: 'UDP' | 'ICMP';
    readonly length: number;
    readonly text: string;
  }[];
}

/** Frames of a ladder that can be read on paper: more make it small. */
const LADDER_FRAMES = 20;

/** Frames that a ladder shows, both ends included. */
export type FrameRange = readonly [first: number, last: number];

/**
 * Explains a capture of the experiment, and draws its ladder in every language.
 * @param shown what the ladder shows of the capture; undefined: all of it. Default: the first frames
 * @returns the explanation, and the SVG files of the ladder
 */
export async function explainCapture(
  bench: Workbench,
  file: string,
  shown: (capture: ExplainedCapture) => FrameRange | undefined = firstFrames,
): Promise<{ capture: ExplainedCapture; ladder: Words }> {
  const base = file.replace(/\.pcapng$/, '');
  const table = ['--json', '--csv', `${base}.csv`];
  const { stdout } = await bench.run('analyzer', ['explain', file, ...table], {
    language: 'en',
    isAside: true,
  });
  const capture = JSON.parse(stdout.toString()) as ExplainedCapture;
  const range = shown(capture);
  const frames = range === undefined ? [] : ['--svg-frames', range.join('-')];
  const ladder = forEach((language) => `${base}-ladder.${language}.svg`);
  for (const language of LANGUAGES) {
    await bench.run('analyzer', ['explain', file, '--svg', ladder[language], ...frames], {
      language,
      isAside: true,
    });
  }
  return { capture, ladder };
}

function firstFrames({ packets }: ExplainedCapture): FrameRange | undefined {
  return packets > LADDER_FRAMES ? [1, LADDER_FRAMES] : undefined;
}
