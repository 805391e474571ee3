import { beforeEach, describe, expect, it } from '@jest/globals';
import { CAPABILITY } from '../line/capability.ts';
import { writeCast, type Cast } from '../line/cast.ts';
import { DownRecords } from '../line/down-records.ts';
import { RecordWriter } from '../line/record-writer.ts';
import { Delivery } from './delivery.ts';
import { Peer } from './peer.ts';

const KELAS = 1;
const LAIN = 2;

let writer: RecordWriter;
let records: DownRecords;
let delivery: Delivery;
let peers: Map<number, Peer>;
/** What each client was sent, one entry a write. */
let written: Record<number, string[]>;
let buffers: Buffer[];

beforeEach(() => {
  writer = new RecordWriter();
  records = new DownRecords(writer);
  peers = new Map();
  written = {};
  buffers = [];
  delivery = new Delivery(peers);
  for (const id of [1, 2, 3]) add(id);
});

function add(id: number): void {
  written[id] = [];
  const write = (lines: Buffer) => {
    buffers.push(lines);
    written[id]!.push(lines.toString());
  };
  const transport = { queued: 0, write, close: () => written[id]!.push('(closed)') };
  peers.set(id, new Peer(id, transport, 0));
}

function cast(line: string, needs = 0): Uint8Array {
  const own = new RecordWriter();
  const of: Cast = { tags: [], forms: [{ needs, lacks: 0, line }] };
  writeCast(own, of);
  return own.take();
}

const deliver = () => delivery.receive([writer.take()]);

describe('Delivery', () => {
  it('brings a line to the members of its channel and to nobody else', () => {
    records.join(1, KELAS);
    records.join(2, KELAS);
    records.join(3, LAIN);
    records.toChannel(KELAS, 0, cast('halo'));
    deliver();
    expect(written).toEqual({ 1: ['halo\r\n'], 2: ['halo\r\n'], 3: [] });
  });

  it('writes a run of lines to each member at once, the same bytes to all', () => {
    for (const id of [1, 2, 3]) records.join(id, KELAS);
    for (const line of ['satu', 'dua', 'tiga']) records.toChannel(KELAS, 0, cast(line));
    deliver();
    expect(written[1]).toEqual(['satu\r\ndua\r\ntiga\r\n']);
    expect(buffers[1]).toBe(buffers[0]);
    expect(buffers[2]).toBe(buffers[0]);
  });

  it('leaves out who has said it, line by line', () => {
    for (const id of [1, 2, 3]) records.join(id, KELAS);
    records.toChannel(KELAS, 1, cast('dari 1'));
    records.toChannel(KELAS, 2, cast('dari 2'));
    records.toChannel(KELAS, 2, cast('lagi'));
    records.toChannel(KELAS, 1, cast('akhir'));
    deliver();
    expect(written).toEqual({
      1: ['dari 2\r\nlagi\r\n'],
      2: ['dari 1\r\nakhir\r\n'],
      3: ['dari 1\r\ndari 2\r\nlagi\r\nakhir\r\n'],
    });
  });

  it('keeps the order of everything that one client gets', () => {
    for (const id of [1, 2]) records.join(id, KELAS);
    records.toChannel(KELAS, 0, cast('a'));
    records.send(1, 'b\r\n');
    records.send(3, 'sendiri\r\n');
    records.toChannel(KELAS, 0, cast('c'));
    records.part(2, KELAS);
    records.toChannel(KELAS, 0, cast('d'));
    records.toClients([2, 1], cast('e'));
    deliver();
    expect(written).toEqual({
      1: ['a\r\nb\r\nc\r\nd\r\ne\r\n'],
      2: ['a\r\nc\r\ne\r\n'],
      3: ['sendiri\r\n'],
    });
  });

  it('gives each member the form that its capabilities ask for, as they are at that moment', () => {
    const bit = CAPABILITY['message-tags'];
    for (const id of [1, 2]) records.join(id, KELAS);
    records.toChannel(KELAS, 0, cast('sebelum', bit));
    records.capabilities(2, bit);
    records.toChannel(KELAS, 0, cast('sesudah', bit));
    deliver();
    expect(written).toMatchObject({ 1: [], 2: ['sesudah\r\n'] });
  });

  it('ends a connection when everything has been written', () => {
    records.close(1);
    records.send(1, 'ERROR :sampai jumpa\r\n');
    deliver();
    expect(written[1]).toEqual(['ERROR :sampai jumpa\r\n', '(closed)']);
  });

  it('takes words for clients that have gone meanwhile', () => {
    records.join(1, KELAS);
    deliver();
    delivery.forget(peers.get(1)!);
    peers.delete(1);
    records.toChannel(KELAS, 0, cast('siapa'));
    records.send(1, 'x\r\n');
    records.join(1, KELAS);
    records.capabilities(1, 3);
    records.close(1);
    records.toClients([1, 2], cast('masih'));
    deliver();
    expect(written).toEqual({ 1: [], 2: ['masih\r\n'], 3: [] });
  });
});
