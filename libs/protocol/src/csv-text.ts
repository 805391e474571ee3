/** Spreadsheets take a cell that begins so for a formula; a peer may have sent one. */
const FORMULA = /^[=+\-@\u2212]/;
/** Blanks and invisible characters, which some of them skip before they look. */
const SKIPPED = /^[\s\p{C}]+/u;
const CONTROL = /^[\t\r\n]/;
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
  const safe = isFormula(value) ? `'${value}` : value;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Wide forms such as `＝` count too: where such characters are typed, spreadsheets read them as narrow ones. */
function isFormula(value: string): boolean {
  return CONTROL.test(value) || FORMULA.test(value.normalize('NFKC').replace(SKIPPED, ''));
}
