import type { TableExhibit } from '../../evidence/evidence.ts';
import type { Words } from '../../words.ts';
import { say } from './observed-part.ts';
import type { DatagramTexts } from './texts.ts';

/** What one run has shown of how its messages travelled; undefined: it was not observed. */
export interface ComparedRun {
  readonly sent: number;
  /** How many of the messages came back. */
  readonly back: number | undefined;
  readonly outOfOrder: number | undefined;
  readonly duplicates: number | undefined;
  /** By its capture, where there is one. */
  readonly frames:
    | Readonly<
        Record<'all' | 'requests' | 'replies' | 'opening' | 'closing' | 'acknowledging', number>
      >
    | undefined;
}

/** The runs beside each other; one that was not made has no column. */
interface ComparedRuns {
  readonly tcp: ComparedRun;
  readonly udp: ComparedRun | undefined;
  readonly relay: ComparedRun | undefined;
}

type Measure = (run: ComparedRun) => number | undefined;

const MEASURES: readonly (readonly [keyof DatagramTexts['compared'], Measure])[] = [
  ['sent', ({ sent }) => sent],
  ['back', ({ back }) => back],
  ['outOfOrder', ({ outOfOrder }) => outOfOrder],
  ['duplicates', ({ duplicates }) => duplicates],
  ['frames', ({ frames }) => frames?.all],
  ['requests', ({ frames }) => frames?.requests],
  ['replies', ({ frames }) => frames?.replies],
  ['opening', ({ frames }) => frames?.opening],
  ['acknowledging', ({ frames }) => frames?.acknowledging],
  ['closing', ({ frames }) => frames?.closing],
];

/** TCP and UDP in numbers that were measured. */
export function comparisonTable({ tcp, udp, relay }: ComparedRuns): TableExhibit {
  const columns: [Words, ComparedRun][] = [[say(({ runs }) => runs.tcp), tcp]];
  if (udp !== undefined) columns.push([say(({ runs }) => runs.udp), udp]);
  if (relay !== undefined) columns.push([say(({ runs }) => runs.relay), relay]);
  return {
    kind: 'table',
    id: 'comparison',
    caption: say(({ comparison }) => comparison),
    header: [say(({ measured }) => measured), ...columns.map(([name]) => name)],
    rows: MEASURES.map(([name, measure]) => [
      say(({ compared }) => compared[name]),
      ...columns.map(([, run]) => cell(measure(run))),
    ]),
    numeric: columns.map((_, at) => at + 1),
  };
}

function cell(value: number | undefined): string | Words {
  return value === undefined ? say(({ notObserved }) => notObserved) : String(value);
}
