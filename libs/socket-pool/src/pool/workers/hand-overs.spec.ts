import { expect, it, jest } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import type { Socket } from 'node:net';
import type { ToWorker } from '../../shared/messages.ts';
import { HandOvers, MOST_AT_ONCE, type HandOver } from './hand-overs.ts';

function setUp(post: () => void = () => undefined) {
  const sent: number[][] = [];
  const failed: number[] = [];
  const handOvers = new HandOvers(
    (message: ToWorker) => {
      post();
      if (message.type === 'serve') sent.push(message.clients.map(({ id }) => id));
    },
    (id) => failed.push(id),
    true,
  );
  return { handOvers, sent, failed };
}

function handOver(id: number, destroyed = false) {
  const socket = { _handle: { fd: id }, destroyed, destroy: jest.fn() };
  return { id, socket, remote: { host: '127.0.0.1', port: id }, listener: 'main' };
}

const given = (client: ReturnType<typeof handOver>) => client as unknown as HandOver & Socket;

it('sends those of one turn together, in order, and no socket twice', async () => {
  const { handOvers, sent } = setUp();
  const [first, second] = [handOver(1), handOver(2)];
  handOvers.add(given(first));
  handOvers.add(given(second));
  expect(sent).toEqual([]);
  await turn();
  expect(sent).toEqual([[1, 2]]);
  expect(first.socket._handle).toBeNull(); // it is the worker's: nothing here may close it
  handOvers.add(given(handOver(3)));
  handOvers.send();
  await turn();
  expect(sent).toEqual([[1, 2], [3]]);
});

it('has no more under way than there are descriptors kept for it', () => {
  const { handOvers, sent } = setUp();
  for (let id = 1; id <= MOST_AT_ONCE; id++) handOvers.add(given(handOver(id)));
  expect(sent.map(({ length }) => length)).toEqual([MOST_AT_ONCE]);
});

it('leaves out a client that has gone', () => {
  const { handOvers, sent, failed } = setUp();
  handOvers.add(given(handOver(1, true)));
  handOvers.add(given(handOver(2)));
  handOvers.send();
  expect({ sent, failed }).toEqual({ sent: [[2]], failed: [1] });
});

it('closes what could not be moved', () => {
  const { handOvers, sent, failed } = setUp(() => {
    throw new Error('not transferable');
  });
  const client = handOver(1);
  handOvers.add(given(client));
  handOvers.send();
  expect({ sent, failed }).toEqual({ sent: [], failed: [1] });
  expect(client.socket.destroy).toHaveBeenCalled();
});

it('closes what nobody will take', async () => {
  const { handOvers, sent } = setUp();
  const client = handOver(1);
  handOvers.add(given(client));
  handOvers.destroy();
  await turn();
  expect(client.socket.destroy).toHaveBeenCalled();
  expect(sent).toEqual([]);
});
