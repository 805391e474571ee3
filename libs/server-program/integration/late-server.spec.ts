import { afterAll, describe, expect, it } from '@jest/globals';
import { ScriptedClient, startServer } from '@praktikum/peers';
import { ask, describeAbuse, describeServerProgram, TestCertificates } from '@praktikum/testing';
import { LATE, LATE_SERVER } from './desks.ts';

const [program, dialogue] = [LATE_SERVER, LATE];
const certificates = await TestCertificates.create();
const ca = await certificates.authorities;
afterAll(() => certificates.remove());

describe('a server that answers later', () => {
  describeServerProgram(program, { dialogue, reloads: true });
  describeAbuse({ dialogue, serves: 'all', start: () => startServer(program) });
  describeAbuse({
    dialogue,
    serves: 'all',
    tls: { ca, servername: 'localhost' },
    start: () =>
      startServer(program, ['--handshake-timeout', '2m', ...certificates.serverArguments()]),
  });

  it('sees a client that leaves as one that has ended', async () => {
    const server = await startServer(program, ['--log-level', 'debug']);
    const client = await ask(await ScriptedClient.connect(server.endpoint), dialogue);
    client.halfClose();
    await client.receiveToEnd();
    expect(await server.program.event('closed')).toMatchObject({ reason: 'end' });
    await server.stop();
  });

  it('holds nobody who does not take his answers', async () => {
    const args = ['--idle-timeout', '1s', '--log-level', 'debug'];
    const server = await startServer(program, args);
    const client = await ScriptedClient.connect(server.endpoint);
    await client.flood(Buffer.alloc(32 * 1024 * 1024, dialogue.ask('x').request));
    await server.program.event('closed', { reason: 'idle' });
    client.close();
    await server.stop();
  });
});
