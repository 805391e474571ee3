import { describe, expect, it } from '@jest/globals';
import { withConfig, type ChatOptions } from './chat-options.ts';
import type { ChatConfig } from './chat-config.ts';
import { settingsOf } from './settings-of.ts';

const tls = { cert: 'a.pem', key: 'a-key.pem' };
const stsPort = (typed: ChatOptions, file: ChatConfig) =>
  settingsOf(withConfig(typed, file)).stsPort;

describe('settingsOf', () => {
  it.each<[what: string, typed: ChatOptions, file: ChatConfig, port: number | null]>([
    ['without STS', { tls: true }, {}, null],
    ['without TLS', {}, { sts: true }, null],
    ['the port of TLS in the file', {}, { sts: true, tls: { ...tls, port: 7001 } }, 7001],
    ['the port itself, which speaks TLS', {}, { sts: true, tls, port: 7002 }, 7002],
    ['the usual port of TLS', {}, { sts: true, tls }, 6697],
    ['--tls of the command line', { tls: true }, { sts: true }, 6697],
    ['--tls and --port', { tls: true, port: '7003' }, { sts: true }, 7003],
    ['--tls-port', { tls: true, tlsPort: 7004 }, { sts: true }, 7004],
    ['--port before that of the file', { port: '7005' }, { sts: true, tls, port: 1 }, 7005],
  ])('sends clients to the port that speaks TLS: %s', (_, typed, file, port) => {
    expect(stsPort(typed, file)).toBe(port);
  });
});
