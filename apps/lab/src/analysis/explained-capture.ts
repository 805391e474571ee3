import { forEach } from '../words.ts';
import type { Words } from '../words.ts';
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
  readonly explained: ExplainedConnection | { readonly protocol: 'UDP' } | null;
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
  readonly text: string;
}

/**
 * Explains a capture of the experiment, and draws its ladder in every language.
 * @returns the explanation, and the SVG files of the ladder
 */
export async function explainCapture(
  bench: Workbench,
  file: string,
): Promise<{ capture: ExplainedCapture; ladder: Words }> {
  const base = file.replace(/\.pcapng$/, '');
  const ladder = forEach((language) => `${base}-ladder.${language}.svg`);
  const draw = (language: 'id' | 'en', args: readonly string[]) =>
    bench.run('analyzer', ['explain', file, '--svg', ladder[language], ...args], {
      language,
      isAside: true,
    });
  await draw('id', []);
  const { stdout } = await draw('en', ['--json', '--csv', `${base}.csv`]);
  return { capture: JSON.parse(stdout.toString()) as ExplainedCapture, ladder };
}
