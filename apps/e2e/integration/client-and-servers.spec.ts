import { afterEach, describe, expect, it } from '@jest/globals';
import { runToEnd, startServer, type StartedServer } from '@praktikum/peers';
import { OUR_SERVERS } from './our-servers.ts';

let server: StartedServer;
afterEach(() => server.stop('SIGKILL'));

/** Runs the client against a server of ours: `command` is a subcommand, or none of them. */
async function client(app: string, [first = '', ...rest]: string[], input?: Uint8Array) {
  server = await startServer(app);
  const { host, port } = server.endpoint;
  const [command, options] = /^\w/.test(first)
    ? [[first], rest]
    : [[], first ? [first, ...rest] : []];
  const args = [...command, host, String(port), ...options];
  return runToEnd('client', args, input === undefined ? {} : { input });
}

describe.each(OUR_SERVERS)('our client with $app', ({ app, prefix }) => {
  it('says what the guide says, and shows the whole answer', async () => {
    const { stdout, code } = await client(app, []);
    const { host, port } = server.endpoint;
    expect(stdout.toString()).toBe(
      `Menghubungkan ke ${host} port ${port}\n` +
        'Mengirim: Ini pesan dari client\n' +
        `Diterima: ${prefix}Ini pesan dari client\n` +
        'Menutup koneksi\n',
    );
    expect(code).toBe(0);
  });

  it('sends what is piped into it, whatever the bytes', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0x41]);
    const { stdout, code } = await client(app, ['--raw'], bytes);
    expect(stdout).toEqual(Buffer.concat([Buffer.from(prefix), bytes]));
    expect(code).toBe(0);
  });

  it('sends a message with characters of every length', async () => {
    const { stdout } = await client(app, ['--message', 'é € 😀']);
    expect(stdout.toString()).toContain(`Diterima: ${prefix}é € 😀\n`);
  });

  it('finds all well', async () => {
    const { stdout, code } = await client(app, ['doctor', '--json']);
    expect(JSON.parse(stdout.toString())).toMatchObject({ problems: 0 });
    expect(code).toBe(0);
  });
});

describe('the swarm', () => {
  it('is queued by simple-server and served at once by threaded-server', async () => {
    // Clients pause for longer than a busy machine needs to start them all.
    const args = ['swarm', '--clients', '8', '--messages', '3', '--think', '500ms', '--json'];
    const concurrency: Record<string, number> = {};
    for (const { app } of OUR_SERVERS) {
      const { stdout, code } = await client(app, args);
      expect(code).toBe(0);
      const { summary } = JSON.parse(stdout.toString()) as { summary: { concurrency: number } };
      concurrency[app] = summary.concurrency;
      await server.stop();
    }
    expect(concurrency['simple-server']).toBeLessThan(1.5);
    expect(concurrency['threaded-server']).toBeGreaterThan(4);
  });
});
