import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { CodedError } from '@praktikum/protocol/coded-error';

/**
 * Passwords that are hashed at the same time: 19 MiB and one of libuv's four threads each.
 * @unit passwords
 * @against logins that take all threads, on which the files and host names of this process wait, too
 * @provenBy ./passwords.spec.ts: takes so many at a time and lets so many wait
 */
const MAX_HASHED_AT_ONCE = 2;

/**
 * Passwords that wait; with 20 ms each, the last one waits for three seconds.
 * @unit passwords
 * @against a flood of logins, each of which would wait longer than any client
 * @provenBy ./passwords.spec.ts: takes so many at a time and lets so many wait
 */
const MAX_WAITING_PASSWORDS = 256;

/**
 * Memory that a stored hash may ask for.
 * @unit KiB
 * @against a database that somebody has edited so that a login takes all memory
 * @provenBy ./passwords.spec.ts: takes no hash for a password: %s
 */
const MAX_MEMORY_KIB = 256 * 1024;

/**
 * Passes over that memory that a stored hash may ask for.
 * @unit passes
 * @against a database that somebody has edited so that a login never ends
 * @provenBy ./passwords.spec.ts: takes no hash for a password: %s
 */
const MAX_PASSES = 16;

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane. */
const COST: Cost = { memory: 19 * 1024, passes: 2, parallelism: 1 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** `$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA`: the PHC string format, base64 without `=`. */
const PHC_STRING =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([\w+/]{11,64})\$([\w+/]{22,128})$/;

type Cost = Pick<Argon2Parameters, 'memory' | 'passes' | 'parallelism'>;

const argon2Async = promisify(argon2);

let running = 0;
const waiting: (() => void)[] = [];

/**
 * The PHC string of a password, with a salt of its own. It is made on a thread of libuv.
 * @throws CodedError `ERR_PASSWORDS_BUSY` when too many wait
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, HASH_BYTES, COST);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`;
}

/**
 * Whether the hash is of this password; a string that is no such hash is of none.
 * @throws CodedError `ERR_PASSWORDS_BUSY` when too many wait
 */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, expected] = PHC_STRING.exec(hash) ?? [];
  if (salt === undefined || expected === undefined) return false;
  const cost = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  };
  if (!isBearable(cost)) return false;
  const wanted = Buffer.from(expected, 'base64');
  const found = await derive(password, Buffer.from(salt, 'base64'), wanted.length, cost);
  return timingSafeEqual(found, wanted);
}

/** RFC 9106, section 3.1: at least one pass, one lane, and 8 KiB a lane. */
function isBearable({ memory, passes, parallelism }: Cost): boolean {
  return (
    parallelism >= 1 &&
    passes >= 1 &&
    passes <= MAX_PASSES &&
    memory >= 8 * parallelism &&
    memory <= MAX_MEMORY_KIB
  );
}

async function derive(
  password: string,
  nonce: Uint8Array,
  tagLength: number,
  cost: Cost,
): Promise<Buffer> {
  await turn();
  try {
    // RFC 8265, section 4.2: é is one password, typed as one character or as e and an accent.
    return await argon2Async('argon2id', {
      message: password.normalize('NFC'),
      nonce,
      tagLength,
      ...cost,
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Resolves when this password may be hashed; one that has waited takes the place of the one before. */
async function turn(): Promise<void> {
  if (running < MAX_HASHED_AT_ONCE) {
    running += 1;
    return;
  }
  if (waiting.length >= MAX_WAITING_PASSWORDS) {
    throw new CodedError('ERR_PASSWORDS_BUSY', `${waiting.length} passwords are waiting`, {
      details: { limit: MAX_WAITING_PASSWORDS },
    });
  }
  await new Promise<void>((resolve) => waiting.push(resolve));
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
