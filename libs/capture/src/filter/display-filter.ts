import { translateCaptureFilter } from './capture-filter.ts';
import { filterFunction, type PacketFilter } from './evaluate-filter.ts';
import { FilterError } from './filter-error.ts';
import { parseFilter } from './parse/parse-filter.ts';

/**
 * Makes a function of a display filter such as `tcp.port == 12345 && ip.addr == 10.0.0.1`.
 * @throws FilterError with the place of what is wrong; of a capture filter, with its translation
 */
export function displayFilter(filter: string): PacketFilter {
  try {
    return filterFunction(parseFilter(filter));
  } catch (error) {
    const isReadable = error instanceof FilterError && error.problem !== 'too-long';
    const suggestion = isReadable ? translateCaptureFilter(filter) : undefined;
    if (suggestion === undefined || !isFilter(suggestion)) throw error;
    throw new FilterError('capture-filter', { found: filter, suggestion });
  }
}

/** Not with a port that does not exist. */
function isFilter(filter: string): boolean {
  try {
    parseFilter(filter);
    return true;
  } catch {
    return false;
  }
}
