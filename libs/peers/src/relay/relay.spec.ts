import { afterEach, describe, expect, it } from '@jest/globals';
import { ScriptedClient } from '../client/scripted-client.ts';
import { ScriptedServer, type ServerScript } from '../server/scripted-server.ts';
import { Relay, type RelayOptions } from './relay.ts';

let server: ScriptedServer;
let relay: Relay;
let client: ScriptedClient;

async function connect(script: ServerScript, options?: RelayOptions): Promise<void> {
  server = await ScriptedServer.listen(script);
  relay = await Relay.listen(server.endpoint, options);
  client = await ScriptedClient.connect(relay.endpoint);
}

afterEach(async () => {
  client.close();
  await relay.close();
  await server.close();
});

describe('Relay', () => {
  it.each([false, true])(
    'hands on what both say, and their ends (single bytes: %s)',
    async (singleBytes) => {
      await connect((socket) => socket.pipe(socket), { singleBytes });
      const text = 'Ini pesan dari client '.repeat(100);
      client.socket.end(text);
      expect((await client.receiveToEnd()).toString()).toBe(text);
    },
  );

  it('hands on a reset of either side', async () => {
    const reset = Promise.withResolvers<string | undefined>();
    await connect((socket, number) => {
      socket.on('error', ({ code }: NodeJS.ErrnoException) => reset.resolve(code));
      if (number === 1) socket.once('data', () => socket.resetAndDestroy());
      else socket.write('halo');
    });
    await client.send('x');
    expect(await client.receiveOutcome()).toBe('ECONNRESET');
    const second = await ScriptedClient.connect(relay.endpoint);
    await second.receiveText('halo');
    second.reset();
    expect(await reset.promise).toBe('ECONNRESET');
  });

  it('breaks where it is told to', async () => {
    await connect((socket) => socket.write('0123456789'), { breakAfterBytes: 4 });
    expect(await client.receiveOutcome()).toBe('ECONNRESET');
    expect('0123').toContain(client.received.toString());
  });

  it('breaks both sides, also behind a half-close', async () => {
    const broken = Promise.withResolvers<string | undefined>();
    await connect(
      (socket) => {
        const answer = (error?: NodeJS.ErrnoException | null) =>
          error ? broken.resolve(error.code) : socket.write('0123456789', answer);
        socket.resume().on('end', answer);
      },
      { breakAfterBytes: 4 },
    );
    client.halfClose();
    expect(await client.receiveOutcome()).toBe('ECONNRESET');
    expect(await broken.promise).toMatch(/ECONNRESET|EPIPE/);
  });

  it('lets a slow reader be felt', async () => {
    const blocked = Promise.withResolvers<void>();
    await connect(async (socket) => {
      const isTaken = socket.write(Buffer.alloc(64 * 1024 * 1024), () => blocked.resolve());
      if (isTaken) blocked.resolve();
    });
    await client.receive(1);
    client.socket.pause();
    await client.flood(Buffer.alloc(32 * 1024 * 1024));
    expect(client.received.length).toBeLessThan(64 * 1024 * 1024);
    client.socket.resume();
    await client.receive(64 * 1024 * 1024);
    await blocked.promise;
  });
});
