import { displayFilter, FilterError, type PacketFilter } from '@praktikum/capture';
import { CodedError, escapeControls } from '@praktikum/protocol';

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
  const code = `ERR_FILTER_${problem.replaceAll('-', '_').toUpperCase()}`;
  return new CodedError(code, error.message, { cause: error, details });
}
