import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { Endpoint } from '@praktikum/protocol';
import { Waits } from '../waits.ts';
import { MAX_ON_THE_WAY } from './datagram-line.ts';
import {
  DatagramRelay,
  type DatagramRelayOptions,
  MAX_RELAY_CLIENTS,
  type RelayDecision,
} from './datagram-relay.ts';

let server: Socket;
let relay: DatagramRelay;
/** What the server was sent, in its order. */
let delivered: string[];
let decisions: RelayDecision[];
let sockets: Socket[];
const waits = new Waits();

async function open(): Promise<Socket> {
  const socket = createSocket('udp4');
  sockets.push(socket);
  await once(socket.bind(0, '127.0.0.1'), 'listening');
  return socket;
}

const endpointOf = (socket: Socket): Endpoint => {
  const { address: host, port } = socket.address();
  return { host, port };
};

async function listen(network: DatagramRelayOptions, to = endpointOf(server)): Promise<void> {
  const decided = (decision: RelayDecision) => {
    decisions.push(decision);
    waits.changed();
  };
  relay = await DatagramRelay.listen(to, { ...network, decided });
}

async function connect(): Promise<Socket> {
  const client = await open();
  client.connect(relay.endpoint.port, relay.endpoint.host);
  await once(client, 'connect');
  return client;
}

function until(what: string, isReached: () => boolean): Promise<true> {
  const late = () => new Error(`waited in vain: ${what}`);
  return waits.first(() => isReached() || undefined, 60_000, late);
}

/** Sends 1, 2, 3, … each when the relay has taken the one before: no buffer of the system overflows. */
async function sendNumbers(count: number, client?: Socket): Promise<void> {
  const from = client ?? (await connect());
  for (let number = 1; number <= count; number++) {
    const taken = decisions.length + 1;
    from.send(`${number}`);
    await until(`datagram ${number} is taken`, () => decisions.length >= taken);
  }
}

/** Without the time and the bytes. */
const fates = () =>
  decisions.map(({ direction, client, number, lost, duplicated, heldBack, delayMs, overflow }) => {
    return { direction, client, number, lost, duplicated, heldBack, delayMs, overflow };
  });

/** How often the relay has decided to deliver. */
const expectedDeliveries = () =>
  decisions.reduce((sum, { lost, duplicated }) => sum + (lost ? 0 : duplicated ? 2 : 1), 0);

const allDelivered = () => until('all', () => delivered.length === expectedDeliveries());

beforeEach(async () => {
  [sockets, delivered, decisions] = [[], [], []];
  server = await open();
  server.on('message', (datagram) => {
    delivered.push(datagram.toString());
    waits.changed();
  });
});

afterEach(async () => {
  await relay.close();
  for (const socket of sockets) socket.close();
});

describe('DatagramRelay', () => {
  it('hands on what both say', async () => {
    server.on('message', (datagram, { port }) => server.send(datagram, port));
    await listen({});
    const client = await connect();
    client.send('halo');
    const [reply] = (await once(client, 'message')) as [Buffer];
    expect(reply.toString()).toBe('halo');
    const common = { client: 1, number: 1, lost: false, delayMs: 0, overflow: false };
    expect(decisions).toMatchObject([
      { direction: 'to-server', ...common },
      { direction: 'to-client', ...common },
    ]);
  });

  it.each([1, 2, 2026])('delivers what its log says, and nothing else (seed %i)', async (seed) => {
    await listen({ loss: 0.1, duplicate: 0.1, reorder: 0.1, jitterMs: 2, seed });
    await sendNumbers(1000);
    await allDelivered();
    const expected = decisions.flatMap(({ datagram, lost, duplicated }) =>
      lost ? [] : duplicated ? [`${datagram}`, `${datagram}`] : [`${datagram}`],
    );
    expect(delivered.toSorted()).toEqual(expected.toSorted());
    const lost = decisions.filter((decision) => decision.lost).length;
    expect(lost).toBeGreaterThan(50);
    expect(lost).toBeLessThan(150);
  });

  it('tells of every copy as it hands it on', async () => {
    const told: string[] = [];
    const network = { duplicate: 0.2, reorder: 0.2, delayMs: 1, jitterMs: 1 };
    await listen({ ...network, delivered: ({ datagram }) => told.push(`${datagram}`) });
    await sendNumbers(100);
    await allDelivered();
    expect(told).toEqual(delivered);
  });

  it('decides the same with the same seed, and otherwise with another', async () => {
    const logs = [];
    for (const seed of [7, 7, 8]) {
      decisions = [];
      await listen({ loss: 0.2, duplicate: 0.2, reorder: 0.2, delayMs: 1, jitterMs: 1, seed });
      await sendNumbers(100);
      await relay.close();
      logs.push(fates());
    }
    expect(logs[1]).toEqual(logs[0]);
    expect(logs[2]).not.toEqual(logs[0]);
    await listen({});
  });

  it('loses what it lost before when it is to lose more', async () => {
    const lost = [];
    for (const loss of [0.1, 0.3]) {
      decisions = [];
      await listen({ loss, seed: 3 });
      await sendNumbers(200);
      await relay.close();
      lost.push(decisions.filter((each) => each.lost).map(({ number }) => number));
    }
    expect(lost[1]).toEqual(expect.arrayContaining(lost[0]!));
    expect(lost[1]!.length).toBeGreaterThan(lost[0]!.length);
    await listen({});
  });

  it('lets the next one pass one that it holds back', async () => {
    await listen({ reorder: 0.5, seed: 5 });
    await sendNumbers(50);
    await allDelivered();
    const [first] = decisions.filter(({ heldBack }) => heldBack);
    const next = decisions.find(({ number, heldBack }) => number > first!.number && !heldBack);
    expect(delivered.indexOf(`${next!.number}`)).toBeLessThan(
      delivered.indexOf(`${first!.number}`),
    );
  });

  it('lets go of the last one too', async () => {
    await listen({ reorder: 1 });
    await sendNumbers(3);
    await allDelivered();
    expect(delivered).toEqual(['1', '2', '3']);
  });

  it('delays them', async () => {
    await listen({ delayMs: 50 });
    const began = performance.now();
    await sendNumbers(1);
    await allDelivered();
    expect(performance.now() - began).toBeGreaterThanOrEqual(49);
  });

  it('loses what is too much, and says so', async () => {
    await listen({ delayMs: 3_600_000 });
    await sendNumbers(MAX_ON_THE_WAY + 1);
    expect(decisions.filter(({ overflow }) => overflow)).toMatchObject([
      { number: MAX_ON_THE_WAY + 1, lost: false },
    ]);
  });

  it('forgets the client that was silent longest', async () => {
    await listen({});
    const first = await connect();
    await sendNumbers(1, first);
    for (let count = 0; count < MAX_RELAY_CLIENTS; count++) await sendNumbers(1);
    await sendNumbers(1, first);
    expect(decisions.at(-1)).toMatchObject({ client: MAX_RELAY_CLIENTS + 2, number: 1 });
  });

  it('forgets a client that has been silent for so long', async () => {
    await listen({ maxSilenceMs: 1 });
    const client = await connect();
    await sendNumbers(1, client);
    // Only time makes it a new one: how much of it is for the machine to say.
    while (decisions.at(-1)!.client === 1) await sendNumbers(1, client);
    expect(decisions.at(-1)).toMatchObject({ client: 2, number: 1 });
  });

  it('tells clients apart', async () => {
    server.on('message', (datagram, { port }) => server.send(datagram, port));
    await listen({});
    const clients = [await connect(), await connect()];
    const replies = clients.map((client) => once(client, 'message'));
    clients.forEach((client, at) => client.send(`${at}`));
    const heard = (await Promise.all(replies)).map(([reply]) => String(reply));
    expect(heard).toEqual(['0', '1']);
  });

  it('counts what it has not delivered at its end', async () => {
    await listen({ delayMs: 3_600_000 });
    await sendNumbers(3);
    expect(await relay.close()).toEqual({ 'to-server': 3, 'to-client': 0 });
    await listen({});
  });

  it('says that no server is there', async () => {
    const free = await open();
    const gone = endpointOf(free);
    sockets.pop();
    free.close();
    const failed = Promise.withResolvers<Error>();
    relay = await DatagramRelay.listen(gone, { failed: failed.resolve });
    (await connect()).send('halo');
    expect(await failed.promise).toMatchObject({ code: 'ECONNREFUSED' });
  });
});
