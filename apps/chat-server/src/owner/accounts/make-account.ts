import { codeOf } from '@praktikum/protocol';
import { MIN_PASSWORD_LENGTH } from './accounts.ts';
import type { StoredAccount } from '../../store/stored-state.ts';
import type { Client } from '../state/client.ts';
import type { Network } from '../state/network.ts';
import { MAX_PASSWORD_BYTES, passwordFault } from './password-rules.ts';
import { isNickServ } from './service-nick.ts';

/**
 * Accounts of one server; then registration is closed.
 * @unit accounts
 * @against a program that registers one account after the other and fills memory and disk
 * @provenBy ../../../integration/limits.spec.ts: registers no more accounts than it says
 */
const MAX_ACCOUNTS = 10_000;

/** Why an account is not made or changed: a code of IRCv3 draft/account-registration, and what a person reads. */
interface AccountRefusal {
  readonly code: string;
  readonly text: string;
}

/** What hashing and storing may meet while there is much to do, or the disk is full. */
const TEMPORARY: readonly string[] = [
  'ERR_PASSWORDS_BUSY',
  'ERR_CHAT_STORE_BUSY',
  'ERR_CHAT_STORE_ENDED',
  'ERR_CHAT_DATA',
];

/** Makes an account for a client, whose nick the name is or will be. @returns why not; undefined: it is made */
export async function makeAccount(
  network: Network,
  client: Client,
  name: string,
  password: string,
): Promise<AccountRefusal | undefined> {
  const refusal = refusalOf(network, client, name) ?? passwordRefusal(network, password);
  if (refusal !== undefined) return refusal;
  const unsaved = await save(network, name, password, false);
  if (unsaved !== undefined) return unsaved;
  const { address } = client;
  network.log.info(
    { event: 'account-made', account: name, remote: address },
    network.words.log.accountMade(name, address),
  );
  return undefined;
}

/** Gives an account another password, by the will of a client that may do this. @returns why not */
export async function changePassword(
  network: Network,
  client: Client,
  { name, isTeacher }: StoredAccount,
  password: string,
): Promise<AccountRefusal | undefined> {
  const refusal =
    passwordRefusal(network, password) ?? (await save(network, name, password, isTeacher));
  if (refusal !== undefined) return refusal;
  const { nick, address } = client;
  network.log.info(
    { event: 'password-changed', account: name, nick, remote: address },
    network.words.log.passwordChanged(name, nick, address),
  );
  return undefined;
}

async function save(
  { accounts, words }: Network,
  name: string,
  password: string,
  isTeacher: boolean,
): Promise<AccountRefusal | undefined> {
  try {
    await accounts.save(name, password, isTeacher);
    return undefined;
  } catch (error) {
    if (!TEMPORARY.includes(codeOf(error))) throw error;
    return { code: 'TEMPORARILY_UNAVAILABLE', text: words.fail.temporarilyUnavailable };
  }
}

function refusalOf(network: Network, client: Client, name: string): AccountRefusal | undefined {
  const { accounts, settings, nicks } = network;
  const { fail } = network.words;
  if (!settings.accounts || !accounts.isOpen || accounts.count >= MAX_ACCOUNTS) {
    return { code: 'TEMPORARILY_UNAVAILABLE', text: fail.registrationClosed };
  }
  if (client.account !== undefined) {
    return { code: 'ALREADY_AUTHENTICATED', text: fail.alreadyAuthenticated };
  }
  if (isNickServ(name)) return { code: 'BAD_ACCOUNT_NAME', text: fail.badAccountName };
  const holder = nicks.get(network.fold(name));
  const isHeld = holder !== undefined && holder !== client;
  if (isHeld || accounts.isTaken(name)) {
    return { code: 'ACCOUNT_EXISTS', text: fail.accountExists };
  }
  return undefined;
}

function passwordRefusal({ words }: Network, password: string): AccountRefusal | undefined {
  const code = passwordFault(password);
  if (code === undefined) return undefined;
  const { weakPassword, longPassword } = words.fail;
  const isWeak = code === 'WEAK_PASSWORD';
  return {
    code,
    text: isWeak ? weakPassword(MIN_PASSWORD_LENGTH) : longPassword(MAX_PASSWORD_BYTES),
  };
}
