import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '@praktikum/protocol';
import type { StoredAccount } from '../../store/stored-state.ts';
import type { Client } from '../state/client.ts';
import type { Network } from '../state/network.ts';

/** What a wrong password costs whoever has sent it: the next command of the client waits so long. */
const WRONG_PASSWORD_MS = 1000;

/**
 * The account whose name and password a client has sent; `wrong` when they do not belong together, and
 * `busy` when too many passwords wait, `guessed-at` when too many guesses at this account do. A name that nobody
 * has costs the second, too; which names have accounts is no secret.
 */
export async function checkPassword(
  network: Network,
  client: Client,
  name: string,
  password: string,
): Promise<StoredAccount | 'wrong' | 'busy' | 'guessed-at'> {
  const { accounts, guesses } = network;
  if (accounts.get(name) !== undefined) {
    const key = network.fold(name);
    const wait = guesses.begin(client.address, key);
    if (wait === undefined) {
      await pause(WRONG_PASSWORD_MS); // or who is refused would be the next to ask
      return 'guessed-at';
    }
    if (wait > 0) await pause(wait);
    if (client.state === 'gone') return 'wrong';
    const account = await verify(network, name, password);
    if (account !== 'wrong') {
      if (account !== 'busy') guesses.succeed(client.address, key);
      return account;
    }
    // Names that nobody has would make a line each, without end.
    const { log, words } = network;
    const { address } = client;
    log.info(
      { event: 'login-failed', account: name, remote: address },
      words.log.loginFailed(name, address),
    );
  }
  await pause(WRONG_PASSWORD_MS);
  return 'wrong';
}

async function verify(
  { accounts }: Network,
  name: string,
  password: string,
): Promise<StoredAccount | 'wrong' | 'busy'> {
  try {
    return (await accounts.verify(name, password)) ?? 'wrong';
  } catch (error) {
    if (codeOf(error) !== 'ERR_PASSWORDS_BUSY') throw error;
    return 'busy';
  }
}

/** No server stays for the sake of it. */
async function pause(ms: number): Promise<void> {
  await sleep(ms, undefined, { ref: false });
}
