import { element } from '../dom.ts';
import type { FieldName, HeaderTexts } from '../texts/header-texts.ts';
import type { HeaderField } from './header-field.ts';

/** Bits of a row, as in the drawings of the RFCs. */
const ROW_BITS = 32;

/** A header as the RFCs draw it: 32 bits a row, each field as wide as it is long. */
export function bitTable(
  id: string,
  title: string,
  fields: readonly HeaderField[],
  texts: HeaderTexts['fields'],
): HTMLElement {
  const numbers = Array.from({ length: ROW_BITS }, (_, bit) =>
    element('td', {}, bit % 8 === 0 || bit === ROW_BITS - 1 ? String(bit) : ''),
  );
  return element(
    'table',
    { class: 'bits', id: `bits-${id}` },
    element('caption', {}, title),
    element(
      'thead',
      { 'aria-hidden': 'true' },
      element('tr', { class: 'bit-numbers' }, ...numbers),
    ),
    element(
      'tbody',
      {},
      ...rowsOf(fields).map((row) => element('tr', {}, ...row.map((field) => cell(field, texts)))),
    ),
  );
}

function rowsOf(fields: readonly HeaderField[]): HeaderField[][] {
  const rows: HeaderField[][] = [];
  let used = ROW_BITS;
  for (const field of fields) {
    if (used >= ROW_BITS) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(field);
    used += field.bits;
  }
  return rows;
}

function cell(
  { name, bits, value, shown, note }: HeaderField,
  texts: HeaderTexts['fields'],
): HTMLElement {
  const text = texts[name as FieldName];
  const title = element('span', { class: 'field' }, text.name);
  const attributes = {
    colspan: Math.min(bits, ROW_BITS),
    title: text.about,
    'data-field': name,
    class: bits === 1 ? `bit${value === '1' ? ' is-set' : ''}` : undefined,
  };
  if (bits === 1)
    return element('td', attributes, title, element('span', { class: 'value' }, shown));
  return element(
    'td',
    attributes,
    title,
    element('span', { class: 'value' }, shown, note && element('small', {}, ` ${note}`)),
    element('span', { class: 'binary' }, grouped(value)),
  );
}

/** Bits in groups of four: `0101 0000`. */
function grouped(value: string): string {
  return value.replace(/(.{4})(?=.)/g, '$1 ');
}
