import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './say.mjs';

/**
 * Waits until no other set-up runs in a folder, for two installations there would destroy each other. Whoever
 * has the turn listens on a local socket: that ends with the process, however it ends.
 * @returns ends the turn
 */
export async function takeTurn(root) {
  const path = socketOf(root);
  for (let said = false; ;) {
    const listening = await listen(path);
    if (listening !== undefined) return listening;
    const other = await reach(path);
    if (other === undefined) continue;
    if (!said) {
      say(
        'Pemasangan lain sedang berjalan di folder ini. Menunggu sampai selesai …',
        'Another installation runs in this folder. Waiting until it is done …',
      );
      said = true;
    }
    await once(other.resume(), 'close');
  }
}

/** A name of its own for each user and folder; the path of a socket may have some hundred bytes only. */
function socketOf(root) {
  const hash = createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 16);
  const name = `praktikum-${process.getuid?.() ?? ''}-${hash}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** @returns undefined when another one has it */
async function listen(path) {
  const waiting = new Set();
  const server = createServer((socket) => {
    waiting.add(socket);
    socket.on('error', () => undefined).on('close', () => waiting.delete(socket));
  });
  try {
    await once(server.listen(path), 'listening');
  } catch ({ code }) {
    if (code === 'EADDRINUSE') return undefined;
    return () => undefined; // no such socket can be made here: the folder goes without
  }
  const end = () => {
    server.close();
    for (const socket of waiting) socket.destroy();
  };
  process.once('exit', end); // leaves no file behind when it is interrupted
  return end;
}

/** @returns a connection to whoever has the turn; undefined when nobody has it any more */
async function reach(path) {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return socket.on('error', () => undefined);
  } catch ({ code }) {
    // A process that was killed leaves its socket's file behind.
    if (code === 'ECONNREFUSED') rmSync(path, { force: true });
    return undefined;
  }
}
