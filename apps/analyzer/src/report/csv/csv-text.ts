/** Spreadsheets take a cell that begins so for a formula; a peer may have sent one. */
const FORMULA = /^[=+\-@\t\r]/;
/** What has to stand in quotation marks (RFC 4180, section 2). */
const QUOTED = /[",\r\n]/;

/** A table as CSV (RFC 4180): lines end with CR LF, the first names the columns. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Numbers stand as they are; text is never a formula. Nothing is an empty cell. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
