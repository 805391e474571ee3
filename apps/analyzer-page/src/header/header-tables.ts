import type { ReportSegment } from '@praktikum/capture-report';
import { element } from '../dom.ts';
import { scrollArea } from '../scroll-area.ts';
import type { FieldName } from '../texts/header-texts.ts';
import type { PageTexts } from '../texts/page-texts.ts';
import { bitTable } from './bit-table.ts';
import type { HeaderField } from './header-field.ts';
import { bytesOf, hexBytes } from './hex-dump.ts';
import { ipFields, ipFixedBytes } from './ip-fields.ts';
import { tcpFields } from './tcp-fields.ts';
import { tcpOptions } from './tcp-options.ts';
import { udpFields } from './udp-fields.ts';

const PROTOCOLS: Readonly<Record<number, string>> = {
  1: 'ICMP',
  4: 'IPv4',
  6: 'TCP',
  17: 'UDP',
  41: 'IPv6',
  58: 'ICMPv6',
};

/** The IP and the TCP or UDP header of a frame, bit by bit, with options and the meaning of each field. */
export function headerTables(segment: ReportSegment, page: PageTexts): HTMLElement[] {
  const { header: texts, panel } = page;
  const ip = bytesOf(segment.ipHeader);
  const { words, offset, bytes } = texts;
  const isIpv6 = (ip[0] ?? 0) >> 4 === 6;
  const network = ipFields(ip, {
    words,
    offset,
    bytes,
    protocol: (value) => PROTOCOLS[value] ?? '',
  });
  const { fields: transport, tables } = transportTables(segment, page);
  const extensions = ip.length - ipFixedBytes(ip);
  return [
    headerTable('ip', isIpv6 ? texts.ipv6 : texts.ipv4, network, page),
    ...(extensions > 0
      ? [element('p', { class: 'note' }, panel.extensions(String(extensions)))]
      : []),
    ...tables,
    meanings([...network, ...transport], page),
  ];
}

/** The header behind that of IP. An ICMP message is shown by its name alone. */
function transportTables(segment: ReportSegment, page: PageTexts) {
  const { header: texts, number } = page;
  const bytes = bytesOf(segment.transportHeader);
  if (segment.said !== '') {
    const fields = bytes.length === 0 ? [] : udpFields(bytes, texts);
    const tables = bytes.length === 0 ? [] : [headerTable('udp', texts.udp, fields, page)];
    return { fields, tables };
  }
  const { words, relative, checksum } = texts;
  const fields = tcpFields(bytes, segment, {
    words,
    relative,
    scaled: (window) => texts.scaled(number(window)),
    checksum: checksum[segment.checksum as keyof typeof checksum] ?? '',
  });
  return {
    fields,
    tables: [headerTable('tcp', texts.tcp, fields, page), optionTable(bytes, page)],
  };
}

function headerTable(
  id: string,
  title: string,
  fields: readonly HeaderField[],
  page: PageTexts,
): HTMLElement {
  return scrollArea(title, bitTable(id, title, fields, page.header.fields), page);
}

function optionTable(tcp: Uint8Array, page: PageTexts): HTMLElement {
  const { panel: texts } = page;
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
  const table = element(
    'table',
    { class: 'options' },
    element('caption', {}, texts.options),
    element('tbody', {}, ...rows),
  );
  return scrollArea(texts.options, table, page);
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
