import { describe, expect, it } from '@jest/globals';
import { FrameDecoder } from '../frame/frame-decoder.ts';
import { TcpTracker } from '../tcp/tcp-tracker.ts';
import { packetOf, segmentBytes, type SegmentFacts } from '../testing/build-frame.ts';
import { displayFilter } from './display-filter.ts';
import { FilterError } from './filter-error.ts';

/** Whether a filter shows a segment from 10.0.0.1:40000 to 10.0.0.2:12345 that carries "Halo". */
function shows(filter: string, facts: SegmentFacts = {}): boolean {
  const payload = [...Buffer.from('Halo')];
  const packet = packetOf(segmentBytes({ payload, ...facts }), { number: 7 });
  const frame = new FrameDecoder().decode(packet);
  const segment = new TcpTracker().observe(frame);
  return displayFilter(filter)({ frame, segment, datagram: undefined });
}

function problemOf(filter: string): Partial<FilterError> {
  try {
    displayFilter(filter);
  } catch (error) {
    if (error instanceof FilterError) return error;
  }
  return {};
}

describe('displayFilter', () => {
  it.each([
    'tcp',
    'ip and not udp',
    'tcp.port == 12345',
    'tcp.port eq 0x3039',
    'tcp.dstport == 12345 && tcp.srcport == 40000',
    'ip.addr == 10.0.0.1',
    'ip.addr == 10.0.0.0/8',
    'ip.src != 10.0.0.2',
    'ip.addr !== 10.0.0.1',
    'tcp.port in {80, 12000..13000}',
    'tcp.port not in {80, 443}',
    'tcp.len > 0',
    'tcp.len >= 4 and tcp.len < 5',
    'tcp.flags.syn == 0',
    'tcp.flags.ack == True',
    'tcp.flags.ack == 2',
    'tcp.flags.syn',
    'tcp.flags == 0x010',
    'tcp.flags & 0x10',
    'frame.number == 7',
    'tcp.stream == 0',
    'tcp.payload contains "alo"',
    'frame contains 48:61',
    'tcp contains "Halo"',
    'tcp.payload matches "^h.lo$"',
    'tcp.payload matches "(?-i)^Ha[lo]+$"',
    'tcp.payload > "xyz"', // longer
    'tcp.payload contains "\\x48\\141"',
    'ip.host matches "2$"',
    'all tcp.port > 12344',
    'any ip.addr != 10.0.0.1',
    'tcp.port in {80 .. 90, 40000}',
    '!(tcp.port == 80) || udp.port == 53',
    'udp.port == 53 or tcp.port == 12345 and ip.src == 10.0.0.1',
    'not tcp.port == 80',
  ])('shows with %s', (filter) => expect(shows(filter)).toBe(true));

  it.each([
    'udp',
    'ip.addr != 10.0.0.1',
    'ipv6.addr != ::1',
    'udp.port != 53',
    'tcp.flags.syn == 1',
    'tcp.flags & 2',
    'tcp.analysis.retransmission',
    '!tcp.port == 12345',
    'ip.src == 10.0.0.2/32',
    'tcp.payload contains "halo"',
    'tcp.payload matches "(?-i)^halo"',
    'tcp.payload matches "H.o"',
    'all tcp.port > 12345',
    'all udp.port > 0',
    'udp.port == 53 and tcp.port == 12345 or ip.src == 10.0.0.9',
  ])('does not show with %s', (filter) => expect(shows(filter)).toBe(false));

  it.each([
    ['', 'empty', 0, ''],
    ['tcp.port ==', 'incomplete', 11, ''],
    ['tcp.port == 80)', 'unexpected', 14, ')'],
    ['tcp.port == 80 90', 'unexpected', 15, '90'],
    ['(tcp', 'incomplete', 4, ''],
    ['tcp.prot == 80', 'unknown-field', 0, 'tcp.prot'],
    ['tcp.port == http', 'bad-value', 12, 'http'],
    ['ip.addr == 10.0.0', 'bad-value', 11, '10.0.0'],
    ['ip.addr == 10.0.0.0/33', 'bad-value', 11, '10.0.0.0/33'],
    ['ip.addr contains "1"', 'bad-operator', 8, 'contains'],
    ['tcp == 80', 'bad-operator', 4, '=='],
    ['tcp contains "x', 'open-string', 13, '"x'],
    ['tcp = 80', 'unexpected', 4, '='],
    [`${'('.repeat(101)}tcp`, 'too-deep', 100, '('],
    ['('.repeat(5000), 'too-long', 2000, '('],
    ['not '.repeat(20_000), 'too-long', 8000, 'not'],
    [Array(8000).fill('tcp').join(' or '), 'too-long', 7000, 'tcp'],
    ['tcp matches "("', 'bad-value', 12, '"("'],
    ['tcp matches GET', 'bad-value', 12, 'GET'],
    ['tcp matches "a++"', 'unsupported', 12, '"a++"'],
    ['tcp contains "a\\q"', 'bad-escape', 15, '\\q'],
    ['tcp.port == 65536', 'bad-value', 12, '65536'],
    ['tcp.port == 080', 'bad-value', 12, '080'],
    ['tcp.flags.syn == true', 'bad-value', 17, 'true'],
    ['tcp.flags.syn & 1', 'bad-operator', 14, '&'],
    ['tcp.flags & 2 in {2}', 'bad-operator', 14, 'in'],
    ['tcp.analysis.flags == 1', 'bad-operator', 19, '=='],
    ['frame.time_epoch > 1.1234567891', 'bad-value', 19, '1.1234567891'],
    ['tcp contains ff', 'bad-value', 13, 'ff'],
    ['tcp.port == tcp.srcport', 'unsupported', 12, 'tcp.srcport'],
    ['tcp[0:2] == 00:50', 'unsupported', 3, '['],
    ['len(tcp.payload) > 1', 'unsupported', 0, 'len'],
    ['all tcp', 'incomplete', 7, ''],
    ['tcp.port constructor 80', 'unexpected', 9, 'constructor'],
    ['tcp.flags.syn == constructor', 'bad-value', 17, 'constructor'],
  ])('says what is wrong with %.40s, and where', (filter, problem, position, found) => {
    expect(problemOf(filter)).toMatchObject({ problem, position, found });
  });

  it('suggests no more than four fields', () => {
    // ip.src, ip.dst, ip.id, ip.ttl and ip.host are all two letters away.
    expect(problemOf('ip.st == 80').suggestion?.match(/ip\.\w+/g)).toHaveLength(4);
  });

  it('suggests == for =', () => {
    expect(problemOf('tcp.port = 80')).toMatchObject({ problem: 'unexpected', suggestion: '==' });
  });

  it('suggests a field with a similar name', () => {
    expect(problemOf('tcp.prot == 80').suggestion).toContain('tcp.port');
  });

  it.each([
    ['port 12345', '(tcp.port == 12345 || udp.port == 12345)'],
    ['tcp port 12345', 'tcp.port == 12345'],
    ['host 1.2.3.4 and tcp', 'ip.addr == 1.2.3.4 && tcp'],
    ['src host ::1 or not udp dst port 53', 'ipv6.src == ::1 || !(udp.dstport == 53)'],
    ['tcp portrange 8000-8010', 'tcp.port in {8000..8010}'],
    ['net 10.0.0.0/8', 'ip.addr == 10.0.0.0/8'],
    ['src net 192.168', 'ip.src == 192.168.0.0/16'],
    ['ip6 host ::1 and greater 100', 'ipv6.addr == ::1 && frame.len >= 100'],
    ['tcp or udp port 53 and host ::1', '(tcp || udp.port == 53) && ipv6.addr == ::1'],
    ['not port 80', '!(tcp.port == 80 || udp.port == 80)'],
    ['tcp port 80 or 443', 'tcp.port == 80 || tcp.port == 443'],
    [
      'host localhost and (port 1 or port 2)',
      'ip.addr == 127.0.0.1 && ((tcp.port == 1 || udp.port == 1) || (tcp.port == 2 || udp.port == 2))',
    ],
    [
      'tcp port 80 or 443 and host 1.2.3.4',
      '(tcp.port == 80 || tcp.port == 443) && ip.addr == 1.2.3.4',
    ],
    ['tcp[tcpflags] & tcp-syn != 0', '(ip && tcp.flags.syn == 1)'],
    ['tcp[13] & 4 == 0', '(ip && tcp.flags.reset == 0)'],
    [
      'port 12345 and tcp[tcpflags] & (tcp-syn|tcp-fin) != 0',
      '(tcp.port == 12345 || udp.port == 12345) && (ip && (tcp.flags.fin == 1 || tcp.flags.syn == 1))',
    ],
    [
      'tcp[tcpflags] & (tcp-syn | tcp-ack) == tcp-syn',
      '(ip && tcp.flags.syn == 1 && tcp.flags.ack == 0)',
    ],
  ])('knows the capture filter %s', (filter, suggestion) => {
    expect(problemOf(filter)).toMatchObject({ problem: 'capture-filter', suggestion });
    expect(() => displayFilter(suggestion)).not.toThrow();
  });

  it.each([
    'tcp host 1.2.3.4',
    'ip port 80',
    'host 10.0.0.0/8',
    'port 65536',
    'tcp[12] = 80',
    'tcp[13] & 2 = 18',
  ])('does not take %s for a capture filter', (filter) =>
    expect(problemOf(filter).problem).not.toBe('capture-filter'),
  );
});
