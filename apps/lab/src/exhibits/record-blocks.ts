import type { Block, Inline } from '@praktikum/document';
import type { Language } from '@praktikum/service';
import type { Citation, ExperimentRecord, Finding, Missing } from '../evidence/evidence.ts';
import { EXHIBIT_TEXTS } from './texts.ts';

/**
 * Frames of one citation that are listed, those of a row as one; the rest is counted.
 * @unit frames
 * @against a finding that nobody reads behind its numbers
 * @provenBy ./record-blocks.spec.ts: lists the first frames of a citation and counts the rest
 */
export const MOST_CITED = 12;

/** How an experiment was made, and how it went. */
export function mechanismBlock(record: ExperimentRecord, language: Language): Block {
  const { mechanism, startedAt, state } = record;
  const texts = EXHIBIT_TEXTS[language];
  if (state === 'impossible') return { kind: 'paragraph', text: texts.states[state] };
  return {
    kind: 'paragraph',
    text: [`${texts.states[state]} `, mechanism[language], ` ${texts.at(new Date(startedAt))}`],
  };
}

/** What was observed, each with where it can be looked up. */
export function findingBlocks({ findings }: ExperimentRecord, language: Language): Block[] {
  if (findings.length === 0) return [];
  return [
    {
      kind: 'list',
      ordered: false,
      items: findings.map((finding) => findingInlines(finding, language)),
    },
  ];
}

/** What could not be observed, marked. */
export function missingBlocks({ missing }: ExperimentRecord, language: Language): Block[] {
  return missing.map((each) => ({ kind: 'gap', text: missingText(each, language) }));
}

/** The commands of an experiment as they are typed, one that came several times with its number. */
export function commandBlocks({ commands }: ExperimentRecord, language: Language): Block[] {
  const counts = new Map<string, number>();
  for (const { command: typed } of commands.filter(({ isStep }) => isStep)) {
    const command = typed.replace(/ > \S+\.json$/, ''); // to which file is of no matter to a reader
    counts.set(command, (counts.get(command) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const { times } = EXHIBIT_TEXTS[language];
  const lines = [...counts].map(([command, count]) =>
    count === 1 ? command : `${command}   ${times(count)}`,
  );
  return [{ kind: 'code', text: lines.join('\n') }];
}

function findingInlines({ text, cites }: Finding, language: Language): Inline[] {
  const citations = cites.map((citation) => cited(citation, language)).join('; ');
  const shown: Inline[] = citations === '' ? [] : [' ', { text: `[${citations}]`, mark: 'italic' }];
  return [text[language], ...shown];
}

/** A citation as it is read: `capture.pcapng, frames 1–3, 7`. */
export function cited({ file, frames }: Citation, language: Language): string {
  if (frames.length === 0) return file;
  const rows = rowsOf(frames);
  const listed = rows.slice(0, MOST_CITED).map(rowText).join(', ');
  const more = rows.slice(MOST_CITED).reduce((sum, row) => sum + row.length, 0);
  const texts = EXHIBIT_TEXTS[language];
  return `${file}, ${texts.frames(frames.length)} ${listed}${more > 0 ? texts.more(more) : ''}`;
}

function missingText({ what, why, remedies }: Missing, language: Language): string {
  const { missing } = EXHIBIT_TEXTS[language];
  const advice = remedies.map((remedy) => remedy[language]).join(' ');
  return `${missing} ${what[language]}: ${why[language]} ${advice}`.trim();
}

/** Frames that follow each other stand together. */
function rowsOf(frames: readonly number[]): number[][] {
  const rows: number[][] = [];
  for (const frame of [...new Set(frames)].sort((one, other) => one - other)) {
    const row = rows.at(-1);
    if (row !== undefined && row.at(-1) === frame - 1) row.push(frame);
    else rows.push([frame]);
  }
  return rows.flatMap((row) => (row.length > 2 ? [row] : row.map((frame) => [frame])));
}

function rowText(row: readonly number[]): string {
  return row.length > 1 ? `${row[0]}–${row.at(-1)}` : String(row[0]);
}
