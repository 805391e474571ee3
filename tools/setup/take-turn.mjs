import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './say.mjs';

/** What nobody may do twice at once in a folder, and what is said to whoever has to wait for another one. */
const WAITING = {
  installation: [
    'Pemasangan lain sedang berjalan di folder ini. Menunggu sampai selesai …',
    'Another installation runs in this folder. Waiting until it is done …',
  ],
  build: [
    'Program sedang dibangun di terminal lain. Menunggu sampai selesai …',
    'A program is being built in another terminal. Waiting until it is done …',
  ],
};

/**
 * Waits until nobody else does the same in a folder: two would destroy each other's work. Whoever has the turn
 * listens on a local socket: that ends with the process, however it ends. Where no such socket can be made,
 * everybody has the turn at once.
 * @param {string} root
 * @param {keyof typeof WAITING} work
 * @returns {Promise<() => void>} ends the turn
 */
export async function takeTurn(root, work) {
  const path = socketOf(root, work);
  if (path === undefined) return () => undefined;
  for (let said = false; ;) {
    const turn = await listen(path);
    if (turn !== undefined) return turn;
    const other = await reach(path);
    if (other === undefined) continue;
    // What a program prints is its own, where a program reads it.
    if (!said && (work === 'installation' || process.stderr.isTTY)) say(...WAITING[work]);
    said = true;
    await closeOf(other);
  }
}

/** A name of its own for each folder and work; the path of a socket may have some hundred bytes only. */
function socketOf(root, work) {
  const key = `${realpathSync(root)}\0${work}`;
  const name = createHash('sha256').update(key).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\praktikum-${name}`;
  const folder = ownFolder();
  return folder && join(folder, `${name}.sock`);
}

/** Of this user alone: in a folder for all, another one could take the name first. Undefined where none can be. */
function ownFolder() {
  const uid = process.getuid();
  const folder = join(tmpdir(), `praktikum-${uid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    if (!found.isDirectory() || found.uid !== uid) return undefined;
    chmodSync(folder, 0o700);
    return folder;
  } catch {
    return undefined;
  }
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

/** Not by `once`, which rejects at an error: a process that was killed before it accepted leaves ECONNRESET. */
function closeOf(socket) {
  return new Promise((resolve) => socket.once('close', resolve).resume());
}

/** @returns a connection to whoever has the turn; undefined when nobody has it any more */
async function reach(path) {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return socket.on('error', () => undefined);
  } catch {
    // A process that was killed leaves its socket's file behind.
    rmSync(path, { recursive: true, force: true });
    return undefined;
  }
}
