import { describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { findFreePort, listenError } from './listen-error.ts';

describe('listenError', () => {
  it('says who holds the port, how to stop it, and which port is free', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
    const cause = Object.assign(new Error('listen'), { code: 'EADDRINUSE' });
    const error = await listenError(cause, endpoint);
    expect(error).toMatchObject({
      code: 'EADDRINUSE',
      cause,
      details: { ...endpoint, holder: `node (PID ${process.pid})`, free: expect.any(Number) },
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
