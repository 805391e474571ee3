import { parseSource } from '@praktikum/irc';
import { escapeControls } from '@praktikum/protocol';
import { csvText } from '@praktikum/protocol/csv-text';
import type { StoredMessage } from '../store/stored-message.ts';

/** How a lesson can be written down. */
export const EXPORT_FORMATS = ['text', 'csv'] as const;
/** One of {@link EXPORT_FORMATS}. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** One line of an export, with its end. */
export interface ExportLine {
  readonly line: string;
  /** The line that names the columns is none. */
  readonly isMessage: boolean;
}

const COLUMNS = ['time', 'nick', 'account', 'command', 'text', 'msgid'];

/** The messages of a channel, one a line: `2026-12-01 09:30:12 <ani> halo`. Times are those of this machine. */
export function* exportLines(
  messages: Iterable<StoredMessage>,
  format: ExportFormat,
): Generator<ExportLine> {
  if (format === 'csv') yield { line: csvText([COLUMNS]), isMessage: false };
  for (const message of messages) {
    const line = format === 'csv' ? csvLine(message) : `${textLine(message)}\n`;
    yield { line, isMessage: true };
  }
}

function csvLine({ time, source, account = '', command, params, msgid }: StoredMessage): string {
  const { name } = parseSource(source);
  const text = params[1] ?? '';
  const action = actionIn(text);
  const what = action === undefined ? command : 'ACTION';
  const cells = [what, escapeControls(action ?? text), msgid];
  return csvText([[new Date(time).toISOString(), name, account, ...cells]]);
}

/** `/me melambai` is sent as `\x01ACTION melambai\x01`. */
const ACTION = '\x01ACTION ';

/** What somebody does; undefined of a text that is said. */
function actionIn(text: string): string | undefined {
  if (!text.startsWith(ACTION)) return undefined;
  return text.slice(ACTION.length, text.endsWith('\x01') ? -1 : undefined);
}

function textLine({ time, source, command, params }: StoredMessage): string {
  const { name } = parseSource(source);
  const text = params[1] ?? '';
  return `${localTime(time)} ${escapeControls(said(name, command, text))}`;
}

function said(name: string, command: string, text: string): string {
  const action = actionIn(text);
  if (action !== undefined) return `* ${name} ${action}`;
  if (command === 'NOTICE') return `-${name}- ${text}`;
  if (command === 'PRIVMSG') return `<${name}> ${text}`;
  return `--- ${name} ${command} ${text}`;
}

/** `2026-12-01 09:30:12` */
function localTime(ms: number): string {
  const date = new Date(ms);
  const shifted = new Date(ms - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 19).replace('T', ' ');
}
