import { describe, expect, it } from '@jest/globals';
import { ScriptedClient, startServer } from '@praktikum/peers';
import { ask, describeDialogue } from '@praktikum/testing';
import { LATE as dialogue, LATE_SERVER as program } from './desks.ts';

await describeDialogue(program, dialogue);

describe('a server that answers later', () => {
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
