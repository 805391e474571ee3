import { expect, it } from '@jest/globals';
import { parseDumpcapList, parseTcpdumpList } from './network-interface.ts';

it('reads the list of dumpcap', () => {
  const text =
    '1. eth0\t\t\t0\t192.0.2.2,fd00::2\tnetwork\t\n3. lo\t\tLoopback\t0\t127.0.0.1,::1\tloopback\t\n';
  expect(parseDumpcapList(text)).toEqual([
    { name: 'eth0', description: '', addresses: ['192.0.2.2', 'fd00::2'], loopback: false },
    { name: 'lo', description: 'Loopback', addresses: ['127.0.0.1', '::1'], loopback: true },
  ]);
});

it('reads the list of tcpdump', () => {
  const text =
    '1.eth0 [Up, Running, Connected]\n2.any (Pseudo-device that captures on all interfaces) [Up, Running]\n3.lo [Up, Running, Loopback]\n';
  expect(parseTcpdumpList(text, (name) => (name === 'lo' ? ['127.0.0.1'] : []))).toMatchObject([
    { name: 'eth0', loopback: false },
    { name: 'any', description: 'Pseudo-device that captures on all interfaces' },
    { name: 'lo', addresses: ['127.0.0.1'], loopback: true },
  ]);
});

it('reads the list of tshark, and brackets within a description', () => {
  const text = '1. lo (Loopback)\n2. nflog (Linux netfilter log (NFLOG) interface)\n3. eth0\n';
  expect(parseTcpdumpList(text, () => [])).toMatchObject([
    { name: 'lo', loopback: true },
    { name: 'nflog', description: 'Linux netfilter log (NFLOG) interface', loopback: false },
    { name: 'eth0', description: '' },
  ]);
});
