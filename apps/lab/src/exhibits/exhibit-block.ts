import { type Block, type Inlines, svgPng } from '@praktikum/document';
import type { Language } from '@praktikum/service';
import type {
  Exhibit,
  ExperimentRecord,
  PictureExhibit,
  TableExhibit,
  TerminalExhibit,
} from '../evidence/evidence.ts';
import { readOwnFile } from '../evidence/read-own-file.ts';
import { terminalPicture } from '../terminal-picture/terminal-picture.ts';
import { EXHIBIT_TEXTS } from './texts.ts';

/** Columns of a drawn terminal: in print its letters are as big as those of a table. */
const COLUMNS = 84;
/** Of a longer output beginning and end are shown: a page of it is read by nobody. */
const SHOWN_ROWS = 32;

/** Drawn so small, a picture shows that it can be drawn. */
const PROOF = 0.05;

/** What a text refers to an exhibit by. */
export function exhibitId({ folder }: ExperimentRecord, { id }: Exhibit): string {
  return `${folder}-${id}`;
}

/**
 * An exhibit as a block of a document, from the files that its experiment has kept.
 * @param results the folder `hasil`
 * @returns a gap where its file cannot be shown any more
 */
export async function exhibitBlock(
  results: string,
  record: ExperimentRecord,
  exhibit: Exhibit,
  language: Language,
): Promise<Block> {
  const id = exhibitId(record, exhibit);
  if (exhibit.kind === 'table') return tableBlock(id, exhibit, language);
  const file = exhibit.kind === 'picture' ? exhibit.svg[language] : exhibit.output;
  const path = `${record.folder}/${file}`;
  const content = await readOwnFile(results, path);
  const lost = EXHIBIT_TEXTS[language].lost(path);
  if (content === undefined) return { kind: 'gap', text: lost };
  if (exhibit.kind === 'terminal') return terminalBlock(id, exhibit, content, language);
  const svg = content.toString();
  const isDrawn = await svgPng(svg, { scale: PROOF }).then(
    () => true,
    () => false, // somebody has changed it
  );
  return isDrawn ? pictureBlock(id, exhibit, svg, language) : { kind: 'gap', text: lost };
}

function tableBlock(id: string, exhibit: TableExhibit, language: Language): Block {
  const { header, rows, numeric } = exhibit;
  return {
    kind: 'table',
    id,
    caption: captionOf(exhibit, language),
    header: header.map((cell) => cell[language]),
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell[language]))),
    numeric,
  };
}

function pictureBlock(id: string, exhibit: PictureExhibit, svg: string, language: Language): Block {
  return {
    kind: 'figure',
    id,
    svg,
    alt: exhibit.alt[language],
    caption: captionOf(exhibit, language),
  };
}

/** What shows a recording of ours, and not this machine, is marked. */
function captionOf(
  { caption, recordedElsewhere }: TableExhibit | PictureExhibit,
  language: Language,
): Inlines {
  const { elsewhere } = EXHIBIT_TEXTS[language];
  const mark = recordedElsewhere ? [' ', { text: elsewhere, mark: 'bold' } as const] : [];
  return [caption[language], ...mark];
}

async function terminalBlock(
  id: string,
  { caption, command }: TerminalExhibit,
  content: Uint8Array,
  language: Language,
): Promise<Block> {
  const output = [content];
  const { svg, text } = await terminalPicture({
    command,
    output,
    language,
    columns: COLUMNS,
    maxRows: SHOWN_ROWS,
  });
  return { kind: 'figure', id, svg, alt: text, caption: caption[language] };
}
