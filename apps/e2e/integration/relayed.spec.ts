import { afterEach, describe, expect, it } from '@jest/globals';
import { Relay, runToEnd, type ProgramResult } from '@praktikum/peers';
import { secureServers } from './secure-servers.ts';

const { certificates, start } = await secureServers();

let relay: Relay;
afterEach(() => relay.close());

/** Runs the client against the server behind the relay. */
function client(...args: string[]): Promise<ProgramResult> {
  const { host, port } = relay.endpoint;
  return runToEnd('client', [host, String(port), ...args, '--lang', 'en']);
}

describe.each([
  ['simple-server', []],
  ['threaded-server', ['--mode', 'echo']],
])('our client with %s, through a network', (app, mode) => {
  it.each([
    ['plain', [], []],
    ['TLS', certificates.serverArguments(), ['--tls', '--ca', certificates.ca]],
  ])('that hands every byte on by itself (%s)', async (_, serverArgs, clientArgs) => {
    const server = await start(app, [...mode, ...serverArgs]);
    relay = await Relay.listen(server.endpoint, { singleBytes: true });
    const { stdout, code } = await client(...clientArgs, '--message', 'é € 😀');
    expect(stdout.toString()).toContain('Diterima: é € 😀\n');
    expect(code).toBe(0);
  });

  it('that breaks in the middle of the answer', async () => {
    const server = await start(app, mode);
    relay = await Relay.listen(server.endpoint, { breakAfterBytes: 10 });
    const { stderr, code } = await client();
    expect([code, stderr]).toEqual([10, expect.stringContaining('(ECONNRESET, exit status 10)')]);
  });
});
