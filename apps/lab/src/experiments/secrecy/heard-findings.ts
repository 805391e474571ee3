import type { ExplainedCapture, ExplainedConnection } from '../../analysis/explained-capture.ts';
import type { Finding, TableExhibit } from '../../evidence/evidence.ts';
import { inBoth, type Words } from '../../words.ts';
import { SECRECY_TEXTS, type SecrecyTexts } from './texts.ts';

/** What a listener has of one run. */
export interface Heard {
  readonly name: 'plain' | 'tls';
  /** The capture. */
  readonly file: string;
  /** Frames in which the text can be read. */
  readonly readable: readonly number[];
  /** Frames in which the name of the server can be read. */
  readonly named: readonly number[];
  readonly connection: ExplainedConnection;
  readonly row: ExplainedCapture['tcp'][number];
}

const words = (say: (texts: SecrecyTexts) => string): Words => inBoth(SECRECY_TEXTS, say);

/** What can be read in one capture, and what is seen all the same. */
export function secrecyFindings(heard: Heard, said: string, serverName: string): Finding[] {
  const { name, file, readable, named, connection, row } = heard;
  const found = (frames: readonly number[], say: (texts: SecrecyTexts) => string): Finding => ({
    text: words(say),
    cites: [{ file, frames }],
  });
  const carrying = connection.segments.filter(({ length }) => length > 0);
  const frames = carrying.map(({ frame }) => frame);
  return [
    readable.length > 0
      ? found(readable, (texts) => texts.readable[name](said, readable))
      : found(frames, (texts) => texts.unreadable[name](said, frames.length)),
    ...(named.length > 0 ? [found(named, (texts) => texts.named(serverName, named))] : []),
    found(frames, (texts) =>
      texts.stillSeen[name](connection.client, connection.server, row.sent, row.received),
    ),
  ];
}

/** Both runs beside each other. */
export function secrecyTable(heard: readonly Heard[]): TableExhibit {
  const row = (label: Words, value: (heard: Heard) => string | Words) => [
    label,
    ...heard.map(value),
  ];
  const frames = (numbers: readonly number[]) =>
    numbers.length > 0 ? numbers.join(', ') : words(({ none }) => none);
  return {
    kind: 'table',
    id: 'secrecy',
    caption: words(({ table }) => table),
    header: [words(() => ''), ...heard.map(({ name }) => words(({ runs }) => runs[name]))],
    rows: [
      row(
        words(({ rows }) => rows.readable),
        ({ readable }) => frames(readable),
      ),
      row(
        words(({ rows }) => rows.named),
        ({ named }) => frames(named),
      ),
      row(
        words(({ rows }) => rows.frames),
        (each) => String(each.row.frames),
      ),
      row(
        words(({ rows }) => rows.sent),
        (each) => words(({ numbers }) => numbers.count(each.row.sent)),
      ),
      row(
        words(({ rows }) => rows.received),
        (each) => words(({ numbers }) => numbers.count(each.row.received)),
      ),
      row(
        words(({ rows }) => rows.duration),
        (each) => words(({ numbers }) => numbers.milliseconds(each.row.duration * 1000)),
      ),
    ],
    numeric: [],
  };
}
