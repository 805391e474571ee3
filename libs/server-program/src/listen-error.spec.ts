import { describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findFreePort, listenError } from './listen-error.ts';

const IN_USE = Object.assign(new Error('listen'), { code: 'EADDRINUSE' });

/** Another program that has a port, and prints which. */
const LISTEN = `const server = require('node:net').createServer();
server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;

describe('listenError', () => {
  it('says who holds the port, how to stop it, and which port is free', async () => {
    const holder = spawn(process.execPath, ['-e', LISTEN], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [port] = (await once(holder.stdout, 'data')) as [Buffer];
    const endpoint = { host: '127.0.0.1', port: Number(port) };
    expect(await listenError(IN_USE, endpoint)).toMatchObject({
      code: 'EADDRINUSE',
      cause: IN_USE,
      details: {
        ...endpoint,
        holder: `node (PID ${holder.pid})`,
        stop: expect.stringContaining(String(holder.pid)),
        free: expect.any(Number),
      },
    });
    holder.kill();
  });

  it('names no program to stop when the port is wanted twice by this one', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const error = await listenError(IN_USE, { host: '127.0.0.1', port });
    expect(error).toMatchObject({
      details: { holder: '', find: '', stop: '', free: expect.any(Number) },
    });
    server.close();
  });

  it('offers an unprivileged port in place of a privileged one', async () => {
    const cause = Object.assign(new Error('listen'), { code: 'EACCES' });
    const { details } = (await listenError(cause, { host: '127.0.0.1', port: 80 })) as {
      details: { free: number };
    };
    expect(details.free).toBeGreaterThanOrEqual(1024);
  });

  it.each([
    ['listen', 'EINVAL', 'EADDRNOTAVAIL'], // a link-local address without its zone, a multicast one
    ['listen', 'EAFNOSUPPORT', 'EADDRNOTAVAIL'],
    ['getaddrinfo', 'EINVAL', 'ENOTFOUND'],
  ])('takes %s %s for %s', async (syscall, code, meant) => {
    const cause = Object.assign(new Error(`${syscall} ${code}`), { code, syscall });
    const error = await listenError(cause, { host: 'fe80::1', port: 0 });
    expect(error).toMatchObject({ code: meant, cause, details: { host: 'fe80::1' } });
  });

  it('leaves an error alone that it cannot explain', async () => {
    const cause = new Error('something else');
    await expect(listenError(cause, { host: 'x', port: 1 })).resolves.toBe(cause);
  });
});

it('findFreePort gives up where no port can be had', async () => {
  // Of the addresses for documentation (RFC 5737), which no machine has.
  expect(await findFreePort('203.0.113.1', 40_000)).toBe(0);
});

it('findFreePort passes over a port that is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await findFreePort('127.0.0.1', port)).not.toBe(port);
  server.close();
});
