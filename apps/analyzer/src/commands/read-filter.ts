import { displayFilter, FilterError, type PacketFilter } from '@praktikum/capture';
import { CodedError, escapeControls } from '@praktikum/protocol';
import type { FILTER_ERRORS } from '../errors/filter-errors.ts';

/** Shows everything. */
const NO_FILTER: PacketFilter = () => true;

/**
 * The filter of `--filter`; everything is shown without one.
 * @throws CodedError `ERR_FILTER_…` with the place of what is wrong
 */
export function readFilter(text: string | undefined): PacketFilter {
  if (text === undefined) return NO_FILTER;
  try {
    return displayFilter(text);
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    throw codedError(error, text);
  }
}

const CODES = {
  empty: 'ERR_FILTER_EMPTY',
  unexpected: 'ERR_FILTER_UNEXPECTED',
  incomplete: 'ERR_FILTER_INCOMPLETE',
  'unknown-field': 'ERR_FILTER_UNKNOWN_FIELD',
  'bad-value': 'ERR_FILTER_BAD_VALUE',
  'bad-operator': 'ERR_FILTER_BAD_OPERATOR',
  unsupported: 'ERR_FILTER_UNSUPPORTED',
  'bad-escape': 'ERR_FILTER_BAD_ESCAPE',
  'open-string': 'ERR_FILTER_OPEN_STRING',
  'too-deep': 'ERR_FILTER_TOO_DEEP',
  'too-long': 'ERR_FILTER_TOO_LONG',
  'capture-filter': 'ERR_FILTER_CAPTURE_FILTER',
} as const satisfies Readonly<Record<FilterError['problem'], keyof typeof FILTER_ERRORS>>;

/** Columns of the message are few: of a long filter the surroundings of the mistake are shown. */
const SHOWN_BEFORE = 40;
const SHOWN = 60;

function codedError(error: FilterError, text: string): CodedError {
  const { problem, position, found, suggestion } = error;
  const from = Math.max(0, position - SHOWN_BEFORE);
  const shown = escapeControls(text.slice(from, from + SHOWN));
  const details = {
    position: position + 1,
    found: escapeControls(found),
    suggestion: escapeControls(suggestion),
    shown,
    marker: `${' '.repeat(escapeControls(text.slice(from, position)).length)}^`,
  };
  return new CodedError(CODES[problem], error.message, { cause: error, details });
}
