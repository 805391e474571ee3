import type { ReportSegment } from '@praktikum/capture-report';
import { element } from '../dom.ts';
import type { FieldName } from '../texts/header-texts.ts';
import type { PageTexts } from '../texts/page-texts.ts';
import { bitTable } from './bit-table.ts';
import type { HeaderField } from './header-field.ts';
import { bytesOf, hexBytes } from './hex-dump.ts';
import { ipFields, ipFixedBytes } from './ip-fields.ts';
import { tcpFields } from './tcp-fields.ts';
import { tcpOptions } from './tcp-options.ts';

const PROTOCOLS: Readonly<Record<number, string>> = { 4: 'IPv4', 6: 'TCP', 41: 'IPv6' };

/** The IP and the TCP header of a frame, bit by bit, with the options and the meaning of each field. */
export function headerTables(segment: ReportSegment, page: PageTexts): HTMLElement[] {
  const { header: texts, panel, number } = page;
  const [ip, tcp] = [bytesOf(segment.ipHeader), bytesOf(segment.tcpHeader)];
  const { words, offset, bytes, relative, checksum } = texts;
  const isIpv6 = (ip[0] ?? 0) >> 4 === 6;
  const network = ipFields(ip, {
    words,
    offset,
    bytes,
    protocol: (value) => PROTOCOLS[value] ?? '',
  });
  const transport = tcpFields(tcp, segment, {
    words,
    relative,
    scaled: (window) => texts.scaled(number(window)),
    checksum: checksum[segment.checksum as keyof typeof checksum] ?? '',
  });
  const extensions = ip.length - ipFixedBytes(ip);
  return [
    bitTable('ip', isIpv6 ? texts.ipv6 : texts.ipv4, network, texts.fields),
    ...(extensions > 0
      ? [element('p', { class: 'note' }, panel.extensions(String(extensions)))]
      : []),
    bitTable('tcp', texts.tcp, transport, texts.fields),
    optionTable(tcp, panel),
    meanings([...network, ...transport], page),
  ];
}

function optionTable(tcp: Uint8Array, texts: PageTexts['panel']): HTMLElement {
  const options = tcpOptions(tcp);
  if (options.length === 0)
    return element('p', { class: 'note' }, texts.options, ': ', texts.noOptions);
  const rows = options.map(({ kind, name, value, bytes }) =>
    element(
      'tr',
      {},
      element('td', { class: 'number' }, String(kind)),
      element('td', {}, name),
      element('td', {}, value),
      element('td', { class: 'bytes' }, hexBytes(bytes)),
    ),
  );
  return element(
    'table',
    { class: 'options' },
    element('caption', {}, texts.options),
    element('tbody', {}, ...rows),
  );
}

/** Folded, since whoever knows the fields wants to see the bits. */
function meanings(fields: readonly HeaderField[], { header, panel }: PageTexts): HTMLElement {
  const names = [...new Set(fields.map(({ name }) => name as FieldName))];
  return element(
    'details',
    { class: 'meanings' },
    element('summary', {}, panel.meaning),
    element(
      'dl',
      {},
      ...names.map((name) =>
        element(
          'div',
          {},
          element('dt', {}, header.fields[name].name),
          element('dd', {}, header.fields[name].about),
        ),
      ),
    ),
  );
}
