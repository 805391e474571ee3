import { afterAll, afterEach, beforeEach, expect, it } from '@jest/globals';
import { ScriptedClient, startServer, type StartedServer } from '@praktikum/peers';
import { ask, describeEachAccept, itOnUnix, TestCertificates } from '@praktikum/testing';
import { GREETING, GREETING_SERVER, LATE } from './desks.ts';

const certificates = await TestCertificates.create();
const tls = { ca: await certificates.authorities, servername: 'localhost' };
afterAll(() => certificates.remove());

describeEachAccept('a program with two listeners (%s)', (accept) => {
  let server: StartedServer;
  const clients: ScriptedClient[] = [];

  beforeEach(async () => {
    const secured = ['--handshake-timeout', '2m', ...certificates.serverArguments()];
    const args = ['--accept', accept, '--log-level', 'debug', '--metrics', '0', ...secured];
    server = await startServer(GREETING_SERVER, args);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    await server.stop('SIGKILL');
  });

  /** The first one speaks TLS, the second one does not. */
  async function connect(listener: 'greeting' | 'late'): Promise<ScriptedClient> {
    const { port } = await server.program.event('listening', { listener });
    const endpoint = { host: '127.0.0.1', port: Number(port) };
    const options = listener === 'greeting' ? { tls } : {};
    const client = await ScriptedClient.connect(endpoint, options);
    clients.push(client);
    return client;
  }

  it('says of each where it listens, and whether it speaks TLS', async () => {
    await server.program.event('metrics'); // which comes after them
    const listening = server.program.events('listening');
    expect(listening).toMatchObject([
      { listener: 'greeting', port: server.endpoint.port, tls: true },
      {
        listener: 'late',
        port: expect.any(Number),
        tls: false,
        msg: expect.stringContaining('late'),
      },
    ]);
    expect(listening[1]?.port).not.toBe(server.endpoint.port);
  });

  itOnUnix('serves each in its own way, also after a reload', async () => {
    await ask(await connect('greeting'), GREETING);
    await ask(await connect('late'), LATE);
    server.program.kill('SIGHUP');
    await server.program.event('reloaded');
    await ask(await connect('greeting'), GREETING);
    await ask(await connect('late'), LATE);
    expect(await server.stop()).toMatchObject({ code: 0, stderr: '' });
  });

  it('lets the clients of each be silent for a time of its own', async () => {
    const patient = await ask(await connect('greeting'), GREETING);
    const silent = await ask(await connect('late'), LATE);
    const remote = `127.0.0.1:${silent.socket.localPort}`;
    expect(await silent.receiveOutcome()).toBe('end');
    silent.halfClose();
    await server.program.event('closed', { remote, reason: 'idle' });
    await ask(patient, { ...GREETING, greeting: '' });
  });
});
