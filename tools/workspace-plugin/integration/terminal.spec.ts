import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { startCommand, type RunningProgram } from '@praktikum/peers';
import { describeWith } from '@praktikum/testing';
import { TemporaryWorkspace } from './temporary-workspace.ts';

/** Nx under a terminal as a person has one: `script` opens it and types what it is given. */
describeWith('script', 'nx on a terminal', () => {
  let workspace: TemporaryWorkspace;
  beforeAll(() => {
    workspace = new TemporaryWorkspace();
  });
  afterAll(() => workspace.remove());

  let nx: RunningProgram | undefined;
  afterEach(() => nx?.stop('SIGKILL')); // ends all that runs on its terminal

  function onTerminal(command: string): RunningProgram {
    const inWorkspace = `cd '${workspace.root}' && ${command}`;
    const options = { keepInputOpen: true, timeoutMs: 170_000 };
    return startCommand('script', ['-qefc', inWorkspace, '/dev/null'], options);
  }

  // The keyboard may go the wrong way or the right one, by chance: three times it is hardly luck.
  it.each([1, 2, 3])('hands Ctrl-C to a server that it has just built (%i)', async () => {
    nx = onTerminal('npx nx serve simple-server --skip-nx-cache -- 127.0.0.1 0');
    await nx.line(/^Menunggu koneksi/);
    nx.process.stdin.write('\u0003');
    await nx.line(/Menghentikan server/);
    await nx.ended;
  });

  it('hands what is piped in to the client', async () => {
    const peer = createServer().listen(0, '127.0.0.1');
    await once(peer, 'listening');
    const { port } = peer.address() as AddressInfo;
    const received = once(peer, 'connection').then(async ([socket]) => {
      const said = await text(socket);
      socket.end();
      return said;
    });
    nx = onTerminal(`printf Halo | npx nx run client:start -- 127.0.0.1 ${port}`);
    expect(await received).toBe('Halo');
    await nx.ended;
    peer.close();
  });
});
