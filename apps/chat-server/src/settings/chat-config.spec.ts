import { describe, expect, it } from '@jest/globals';
import { parseChatConfig } from './chat-config.ts';

const parse = (config: unknown) => parseChatConfig(JSON.stringify(config), 'chat.json');

describe('parseChatConfig', () => {
  it('takes every key there is', () => {
    const config = {
      ...{ host: '127.0.0.1', port: 6667, tls: { cert: 'a', key: 'b', port: 6697 } },
      ...{ websocket: { host: '127.0.0.1', port: 8067 }, password: 'rahasia' },
      ...{ serverName: 'My.Little.Server', network: 'Kelas', oper: { name: 'a', password: 'b' } },
      ...{ casemapping: 'ascii', accounts: true, history: false, registrationBeforeConnect: true },
      limits: {
        ...{ nick: 32, channel: 64, topic: 390, away: 200, kick: 390 },
        ...{ monitor: 100, whowas: 100, channels: 10 },
      },
      ...{
        dataDir: 'x',
        flood: { lines: 10, seconds: 5 },
        origins: ['https://a'],
        proxies: ['::1'],
      },
      ...{ retention: { days: 30, messages: 1000 }, sts: false },
    };
    expect(parse(config)).toEqual(config);
  });

  it.each([[{}], [{ tls: null, websocket: null, password: null, oper: null, flood: null }]])(
    'needs none of them: %j',
    (config) => expect(parse(config)).toEqual(config),
  );

  it.each([
    ['port', { port: '6667' }],
    ['port', { port: 65_536 }],
    ['websocket.port', { websocket: { host: 'x' } }],
    ['tls.key', { tls: { cert: 'a' } }],
    ['limits.nick', { limits: { nick: 0 } }],
    ['flood.seconds', { flood: { lines: 1 } }],
    ['origins[1]', { origins: ['https://a', 2] }],
    ['origins[0]', { origins: ['chat.sekolah.id'] }],
    ['origins[0]', { origins: ['https://a/'] }],
    ['proxies[0]', { proxies: ['10.0.0.0/8'] }],
    ['serverName', { serverName: 'dua kata' }],
    ['casemapping', { casemapping: 'rfc7613' }],
    ['accounts', { accounts: 'yes' }],
    ['JSON', []],
  ])('says which key is wrong: %s', (key, config) => {
    const details = expect.objectContaining({ key, path: 'chat.json' }) as object;
    const expected = { code: 'ERR_CHAT_CONFIG', details };
    expect(() => parse(config)).toThrow(expect.objectContaining(expected));
  });

  it.each([
    ['colour', { colour: 1 }],
    ['limits.nicks', { limits: { nicks: 1 } }],
    ['constructor', { constructor: 1 }],
  ])('refuses a key that it does not know: %s', (key, config) => {
    const details = expect.objectContaining({ key }) as object;
    const expected = { code: 'ERR_CHAT_CONFIG_KEY', details };
    expect(() => parse(config)).toThrow(expect.objectContaining(expected));
  });

  it('says what is no JSON', () => {
    expect(() => parseChatConfig('{ "port": }', 'chat.json')).toThrow(
      expect.objectContaining({ code: 'ERR_CHAT_CONFIG_JSON' }),
    );
  });
});
