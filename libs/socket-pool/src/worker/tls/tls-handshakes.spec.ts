import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import { ScriptedClient } from '@praktikum/peers';
import { TestCertificates } from '@praktikum/testing';
import { completeLimits } from '../../shared/limits.ts';
import { TlsHandshakes } from './tls-handshakes.ts';
import { shareTlsSettings, type TlsSettings } from '../../shared/tls-settings.ts';

const certificates = await TestCertificates.create();
const ca = await certificates.authorities;
const client = { ca, servername: 'localhost' };
const settings: TlsSettings = {
  clientCert: 'none',
  identities: [
    {
      cert: await readFile(certificates.server.cert, 'utf8'),
      key: await readFile(certificates.server.key, 'utf8'),
    },
  ],
};
afterAll(() => certificates.remove());

let server: Server;
let handshakes: TlsHandshakes;
let happened: string[];
let secured: TLSSocket[];
afterEach(() => {
  handshakes.destroy();
  for (const socket of secured) socket.destroy();
  server.close();
});

/** Listens as the acceptor does, in one thread. */
async function listen(more: Partial<TlsSettings> = {}, limits = {}) {
  const shared = shareTlsSettings({ ...settings, ...more });
  const complete = completeLimits({ lingerMs: 50, ...limits });
  handshakes = new TlsHandshakes('main', shared, complete, (error) => {
    throw error;
  });
  const events: string[] = (happened = []);
  const sockets: TLSSocket[] = (secured = []);
  server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, (socket) => {
    handshakes.begin(socket, {
      secured: (tlsSocket) => {
        events.push('secured');
        sockets.push(tlsSocket);
        tlsSocket.on('error', () => undefined).on('end', () => void events.push('end'));
      },
      failed: ({ reason }) => void events.push(reason),
      closed: () => void events.push('closed'),
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await sleep(5);
}

describe('TlsHandshakes', () => {
  it('gives the secured socket away, with half-close', async () => {
    const endpoint = await listen();
    const peer = await ScriptedClient.connect(endpoint, { tls: client });
    peer.halfClose();
    await until(() => happened.includes('end'));
    secured[0]!.end('sesudahnya');
    expect(String(await peer.receiveToEnd())).toBe('sesudahnya');
    expect(happened).toEqual(['secured', 'end']);
    expect(handshakes.unfinished).toBe(0);
  });

  it('cuts off the oldest of too many unfinished ones', async () => {
    const endpoint = await listen({}, { maxHandshakes: 2, handshakeTimeoutMs: 4000 });
    const oldest = await ScriptedClient.connect(endpoint);
    const second = await ScriptedClient.connect(endpoint);
    const third = await ScriptedClient.connect(endpoint);
    await oldest.receiveOutcome();
    await until(() => happened.includes('closed'));
    expect(happened.slice(0, 2)).toEqual(['overload', 'closed']);
    expect(handshakes.unfinished).toBeLessThanOrEqual(2);
    second.close();
    third.close();
  });

  it('lets a crowd wait for its turn, and cuts nobody off', async () => {
    const endpoint = await listen({}, { maxHandshakes: 2, handshakeTimeoutMs: 120_000 });
    const crowd = Array.from({ length: 40 }, () =>
      ScriptedClient.connect(endpoint, { tls: client }),
    );
    const peers = await Promise.all(crowd);
    await until(() => happened.length >= 40);
    expect(new Set(happened)).toEqual(new Set(['secured']));
    for (const peer of peers) peer.close();
  });

  it('gives the time of a silent client to those under way when it drains', async () => {
    const endpoint = await listen({}, { drainQuietMs: 20 });
    const before = await ScriptedClient.connect(endpoint);
    await until(() => handshakes.unfinished > 0);
    handshakes.drain();
    const after = await ScriptedClient.connect(endpoint);
    await Promise.all([before.receiveOutcome(), after.receiveOutcome()]);
    await until(() => happened.length === 4);
    expect(happened.toSorted()).toEqual(['closed', 'closed', 'closing', 'closing']);
  });

  it('negotiates a protocol of its own, and refuses others', async () => {
    const endpoint = await listen({ alpn: ['irc'] });
    await ScriptedClient.connect(endpoint, { tls: { ...client, ALPNProtocols: ['h2', 'irc'] } });
    await until(() => secured.length > 0);
    expect(secured[0]?.alpnProtocol).toBe('irc');
    const other = ScriptedClient.connect(endpoint, { tls: { ...client, ALPNProtocols: ['h2'] } });
    await expect(other).rejects.toMatchObject({
      code: expect.stringMatching(/NO_APPLICATION_PROTOCOL/),
    });
  });

  it('knows one who leaves before the first byte', async () => {
    const endpoint = await listen();
    (await ScriptedClient.connect(endpoint)).halfClose();
    await until(() => happened.includes('closed'));
    expect(happened).toEqual(['left', 'closed']);
  });
});
