import { describe, expect, it } from '@jest/globals';
import { connect, createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { inodesOf, nameIn } from './linux-port-holder.ts';
import { findPortHolder } from './port-holder.ts';

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000:3039 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 53246 1
   1: 0100007F:3039 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 53299 1
   2: 0100007F:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 99999 1
   3: 0100007F:3039 0100007F:D432 06 00000000:00000000 03:00000F1B 00000000     0        0 0 3`;

describe('inodesOf', () => {
  it('finds the listening socket of the port, not its connections', () => {
    expect(inodesOf(TABLE, 12345, 'tcp', 'listening')).toEqual(['53246']);
    expect(inodesOf(TABLE, 80, 'tcp', 'listening')).toEqual(['99999']);
    expect(inodesOf(TABLE, 54321, 'tcp', 'listening')).toEqual([]);
  });

  it('finds connections of the port too when they count, without those in TIME_WAIT', () => {
    expect(inodesOf(TABLE, 12345, 'tcp', 'bound')).toEqual(['53246', '53299']);
  });
});

describe('nameIn', () => {
  it.each([
    [['/w/node', '/w/apps/threaded-server/dist/main.js', '127.0.0.1', '12345'], 'threaded-server'],
    [['node', '--enable-source-maps', '/w/apps/client/src/main.ts', 'swarm'], 'client'],
    [['node', '/home/siswa/apps/main.js'], 'node'],
    [['/usr/bin/python3', 'tcp_server.py'], 'python3'],
    [['less', '/w/README.md', '/w/apps/client/dist/main.js'], 'less'],
    [['node'], 'node'],
    [[''], '?'],
  ])('of %j is %s', (commandLine, name) => {
    expect(nameIn(commandLine)).toBe(name);
  });
});

describe('findPortHolder', () => {
  it('finds this very process, and nobody once it has closed', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(findPortHolder(port)).resolves.toEqual({ pid: process.pid, name: 'node' });
    server.close();
    await once(server, 'close');
    await expect(findPortHolder(port)).resolves.toBeUndefined();
  });

  it('finds who has the port for an outgoing connection, which keeps a server from it as well', async () => {
    const server = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(client, 'connect');
    const { localPort = 0 } = client;
    await expect(findPortHolder(localPort)).resolves.toBeUndefined();
    await expect(findPortHolder(localPort, 'tcp', 'bound')).resolves.toEqual({
      pid: process.pid,
      name: 'node',
    });
    client.destroy();
    server.close();
  });
});
