import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { lookup } from 'node:dns/promises';
import type { Endpoint } from '@praktikum/protocol';
import { ownAddresses } from '@praktikum/service';
import type { Workbench } from './workbench.ts';

interface Listed {
  readonly name: string;
  readonly addresses: readonly string[];
}

/**
 * The arguments that make the analyzer capture where packets to a server leave this machine; none where that
 * is the loopback, which it takes by itself.
 */
export async function interfaceTowards(
  bench: Workbench,
  { host, port }: Endpoint,
): Promise<readonly string[]> {
  const address = await lookup(host).then(
    (found) => found.address,
    () => undefined, // the client says that better
  );
  if (address === undefined) return [];
  if (ownAddresses().includes(address)) return []; // a machine talks to itself over the loopback
  const own = await ownAddressTowards(address, port);
  const asked = ['interfaces', '--json'];
  const { stdout } = await bench.run('analyzer', asked, { accepts: 'any', isAside: true });
  const name = listedIn(stdout.toString()).find(({ addresses }) => addresses.includes(own))?.name;
  return name === undefined ? [] : ['--interface', name];
}

/** A UDP socket that is connected sends nothing, and knows its address. */
async function ownAddressTowards(address: string, port: number): Promise<string> {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  try {
    socket.connect(port, address);
    await once(socket, 'connect');
    return socket.address().address;
  } finally {
    socket.close();
  }
}

/** Where no tool is installed, none is listed. */
function listedIn(json: string): readonly Listed[] {
  return json.startsWith('[') ? (JSON.parse(json) as Listed[]) : [];
}
