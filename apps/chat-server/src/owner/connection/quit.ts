import { cutToBytes } from '@praktikum/irc';
import type { Client } from '../state/client.ts';
import { deed } from '../state/casts.ts';
import { announceOffline } from '../commands/people/monitor.ts';
import type { Network } from '../state/network.ts';

/** Ends a client: the others see QUIT, it gets ERROR and the end of its stream. */
export function quit(network: Network, client: Client, reason: string): void {
  if (client.state === 'gone') return;
  client.write(`ERROR :Closing link: ${client.host} (${cutToBytes(reason, 400)})\r\n`);
  client.desk.records.close(client.id);
  remove(network, client, reason);
}

/** Takes a client out of everything; its connection is not there any more, or is being closed. */
export function remove(network: Network, client: Client, reason: string): void {
  if (client.state === 'gone') return;
  const began = performance.now();
  const wasRegistered = client.isRegistered;
  if (wasRegistered) {
    network.toNeighbours(client, deed(network, client, 'QUIT', [reason]));
    network.registered -= 1;
    remember(network, client);
  }
  client.state = 'gone';
  for (const channel of [...client.channels.keys()]) network.leave(client, channel);
  network.monitors.clear(client);
  if (client.nick !== '*') network.nicks.delete(network.fold(client.nick));
  network.clients.delete(client.id);
  if (wasRegistered) announceOffline(network, client.nick);
  const now = performance.now();
  client.ownerTime.take(now - began, now);
  network.timeDebts.leave(client.address, client.ownerTime, now);
}

/** For WHOWAS. */
export function remember(network: Network, client: Client): void {
  const { nick, username, host, realname } = client;
  network.whowas.add(network.fold(nick), { nick, username, host, realname, leftAt: Date.now() });
}
