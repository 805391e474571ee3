import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { DatagramRelay, runToEnd, type DatagramNetwork } from '@praktikum/peers';
import { accountFor } from '../src/experiments/datagrams/account.ts';
import type { ClientRun } from '../src/experiments/datagrams/client-run.ts';
import { RelayLog } from '../src/experiments/datagrams/relay-log.ts';

const NETWORK: DatagramNetwork = {
  ...{ loss: 0.1, duplicate: 0.05, reorder: 0.1, delayMs: 20, jitterMs: 10 },
};

/** Sends datagrams through a relay to an echo. */
async function send(count: number, network: DatagramNetwork, timeout = '2s') {
  const echo = createSocket('udp4');
  echo.on('message', (datagram, { port, address }) => echo.send(datagram, port, address));
  await once(echo.bind(0, '127.0.0.1'), 'listening');
  const log = new RelayLog(network);
  const { decided, delivered } = log;
  const to = { host: '127.0.0.1', port: echo.address().port };
  const relay = await DatagramRelay.listen(to, { ...network, decided, delivered });
  const { host, port } = relay.endpoint;
  const pace = ['--count', String(count), '--interval', '2ms', '--timeout', timeout];
  const args = [host, String(port), '--udp', '--json', '-m', 'halo', ...pace];
  const { stdout } = await runToEnd('client', args);
  await relay.close();
  echo.close();
  return { run: JSON.parse(stdout.toString()) as ClientRun, log };
}

it.each([1, 2, 2026])(
  'explains each of 1000 datagrams that was not answered (seed %i)',
  async (seed) => {
    const { run, log } = await send(1000, { ...NETWORK, seed });
    const { fates, explained, directions } = accountFor(run, log.events);
    const { answered, late, ...others } = fates;
    expect({ explained, unexplained: fates.unexplained }).toEqual({
      explained: true,
      unexplained: [],
    });
    expect(answered).toHaveLength(run.summary.answered);
    const lost = others['lost-there'].length + others['lost-back'].length;
    expect(run.summary.sent).toBe(answered.length + lost + late.length);
    expect(lost).toBeGreaterThan(100);
    expect(directions['to-server'].taken).toBe(1000);
  },
);

it('calls late, and not lost, what comes when the client has given up', async () => {
  const { run, log } = await send(3, { delayMs: 500 }, '100ms');
  const { fates, explained } = accountFor(run, log.events);
  expect(fates).toMatchObject({ late: [1, 2, 3], 'lost-there': [], 'lost-back': [] });
  expect(explained).toBe(true);
});

it('loses, doubles and holds back the same with the same seed', async () => {
  const decisions = [];
  for (const seed of [3, 3, 4]) {
    const { log } = await send(100, { ...NETWORK, seed });
    const decided = log.events.flatMap((event) =>
      event.event === 'decided' && event.direction === 'to-server' ? [event] : [],
    );
    decisions.push(
      decided.map(({ datagram, lost, duplicated, heldBack, delayMs }) => {
        return { datagram, lost, duplicated, heldBack, delayMs };
      }),
    );
  }
  expect(decisions[1]).toEqual(decisions[0]);
  expect(decisions[2]).not.toEqual(decisions[0]);
});
