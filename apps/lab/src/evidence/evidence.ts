import type { Endpoint } from '@praktikum/protocol';
import type { Words } from '../words.ts';

/**
 * All that a practicum has shown so far: `hasil/evidence.json`. The page and the report are made from it
 * and from the files that it names; nothing in either comes from anywhere else.
 */
export interface Evidence {
  /** Where it was observed: evidence of two machines is never mixed. */
  readonly machine: Machine;
  /** Ordered by number, the last outcome of each. */
  readonly experiments: readonly ExperimentRecord[];
}

export interface Machine {
  readonly host: string;
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  /** In GiB, rounded. */
  readonly memory: number;
  readonly node: string;
  /** Version of this workspace. */
  readonly software: string;
  /** The tools that capture and could be asked for their version, such as `Dumpcap (Wireshark) 4.0.17`. */
  readonly captureTools: readonly string[];
}

/**
 * - done: everything was observed;
 * - partly: something could not be, and `missing` says what and why;
 * - impossible: nothing could be;
 * - failed: it ended in the middle, and what it had seen until then is kept.
 */
export type ExperimentState = 'done' | 'partly' | 'impossible' | 'failed';

export interface ExperimentRecord {
  readonly number: number;
  /** Its folder in `hasil/`: `1-handshake`. */
  readonly folder: string;
  readonly title: Words;
  readonly state: ExperimentState;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** How it was made: over the loopback, to another machine, through our relay … */
  readonly mechanism: Words;
  /** The server that was named, where it is not one that the practicum has started. */
  readonly server?: Endpoint;
  readonly commands: readonly CommandRecord[];
  readonly missing: readonly Missing[];
  readonly findings: readonly Finding[];
  readonly exhibits: readonly Exhibit[];
  readonly files: readonly FileRecord[];
}

/** A program that was started. */
export interface CommandRecord {
  /** As it is typed: `node praktikum client 127.0.0.1 40123`. */
  readonly command: string;
  readonly startedAt: string;
  /** In milliseconds. */
  readonly duration: number;
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** What it printed, in the folder of its experiment; null where none of it is kept. */
  readonly output: string | null;
  /** It belongs to the experiment; the others only read what came of it. */
  readonly isStep: boolean;
}

/** What could not be observed, why, and what helps. */
export interface Missing {
  readonly what: Words;
  readonly why: Words;
  readonly remedies: readonly Words[];
}

/** Something that was observed, and where it can be looked up. */
export interface Finding {
  readonly text: Words;
  readonly cites: readonly Citation[];
}

export interface Citation {
  /** In the folder of the experiment. */
  readonly file: string;
  /** Numbers of frames, where it is a capture. */
  readonly frames: readonly number[];
}

/** What is shown beside the findings: it gets its number where it is shown. */
export type Exhibit = TableExhibit | PictureExhibit | TerminalExhibit;

export interface TableExhibit {
  readonly kind: 'table';
  /** Unique in its experiment: what a question of the report asks for. */
  readonly id: string;
  readonly caption: Words;
  readonly header: readonly Words[];
  readonly rows: readonly (readonly (string | Words)[])[];
  /** Columns of numbers. */
  readonly numeric: readonly number[];
  /** It shows a recording that ships with the product, and not this machine. */
  readonly recordedElsewhere?: true;
}

export interface PictureExhibit {
  readonly kind: 'picture';
  readonly id: string;
  readonly caption: Words;
  readonly alt: Words;
  /** SVG files in the folder of the experiment; the same one where it was drawn in one language. */
  readonly svg: Words;
  /** It shows a recording that ships with the product, and not this machine. */
  readonly recordedElsewhere?: true;
}

/** What a program printed, drawn as on a terminal. */
export interface TerminalExhibit {
  readonly kind: 'terminal';
  readonly id: string;
  readonly caption: Words;
  readonly command: string;
  readonly output: string;
}

export interface FileRecord {
  /** In the folder of the experiment, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}
