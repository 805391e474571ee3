import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { FromOwner, ToOwner } from '../../fixtures/owner-worker.ts';
import { connect, gate, listen, open, until } from '../../fixtures/scripted-pool.ts';
import type { ClosedConnection } from '../shared/closed-connection.ts';
import type { Owner } from '../shared/owner.ts';

const WORKER = new URL('../../fixtures/owner-worker.ts', import.meta.url);
const owner: Owner<ToOwner, FromOwner> = {
  receive: (worker, message) => void ('said' in message && worker.send({ text: message.said })),
};

async function start() {
  const closed = gate();
  const pool = await listen({ workers: 1, worker: WORKER, owner, data: { gate: closed } });
  const join = async () => {
    const client = await connect(pool);
    await client.receiveText('halo dari 1\n');
    return client;
  };
  return { pool, join, gate: closed };
}

describe('serveSession', () => {
  it('greets, and pushes what nobody asked for', async () => {
    const { join } = await start();
    const [one, other] = [await join(), await join()];
    await one.send('halo semua\n');
    await other.receiveText('halo semua\n');
    expect(other.received.toString()).toBe('halo dari 1\nhalo semua\n');
  });

  it('answers later, and takes what came meanwhile after that', async () => {
    const { join, gate: closed } = await start();
    const client = await join();
    const other = await join();
    await client.send('wait\n');
    await client.send('sesudahnya\n');
    await other.send('masih dilayani\n');
    await other.receiveText('masih dilayani\n');
    expect(client.received.toString()).not.toContain('sesudahnya');
    open(closed);
    await client.receiveText('sesudahnya\n');
    expect(client.received.toString()).toMatch(/dijawab\n.*sesudahnya\n$/s);
  });

  it('speaks on after the half-close of the client, and then ends the stream', async () => {
    const { join, gate: closed } = await start();
    const client = await join();
    client.socket.end('wait\n');
    open(closed);
    expect((await client.receiveToEnd()).toString()).toBe('halo dari 1\ndijawab\nselesai\n');
  });

  it('cuts off a client that does not read what is pushed to it, and no other', async () => {
    const { pool, join } = await start();
    const [slow, other] = [await join(), await join()];
    slow.socket.pause();
    const gone = once(pool, 'closed') as unknown as Promise<[unknown, ClosedConnection]>;
    await slow.send('large\n');
    expect((await gone)[1]).toMatchObject({ reason: 'error', code: 'ERR_SEND_QUEUE' });
    await other.send('masih ada\n');
    await other.receiveText('masih ada\n');
  });

  it('says goodbye before a drain ends the stream', async () => {
    const { pool, join } = await start();
    const [quiet, other] = [await join(), await join()];
    const closing = pool.close(5000);
    expect((await quiet.receiveToEnd()).toString()).toBe('halo dari 1\nsampai jumpa\n');
    expect((await other.receiveToEnd()).toString()).toContain('sampai jumpa\n');
    await expect(closing).resolves.toBe(0);
  });

  it('does not say goodbye to a client that leaves by itself', async () => {
    const { pool, join } = await start();
    const client = await join();
    client.socket.end();
    expect((await client.receiveToEnd()).toString()).toBe('halo dari 1\nselesai\n');
    await until(() => pool.stats().active === 0);
  });
});
