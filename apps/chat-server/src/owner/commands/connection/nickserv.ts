import { checkPassword } from '../../accounts/check-password.ts';
import type { Command, Invocation } from '../../command.ts';
import { changePassword, makeAccount } from '../../accounts/make-account.ts';
import { randomPassword } from '../../accounts/random-password.ts';
import { NICKSERV } from '../../accounts/service-nick.ts';
import { isInCharge } from '../../rules/rights.ts';
import { logIn } from './authenticate.ts';

/** What NickServ has to know of who speaks to it. */
type Caller = Pick<Invocation, 'network' | 'client'>;

/** For clients of old, which know neither SASL nor REGISTER. */
export const nickserv: Command = {
  syntax:
    'NICKSERV REGISTER <password> | IDENTIFY [<account>] <password> | SET PASSWORD <password> | RESET <account>',
  about: { id: 'akun, untuk client lama', en: 'accounts, for old clients' },
  needs: 0,
  run: (invocation) => toNickServ(invocation, invocation.params.join(' ')),
};

/** Does what NickServ is told: `IDENTIFY budi rahasia`. */
export async function toNickServ(caller: Caller, text: string): Promise<void> {
  const [command = '', ...words] = text.trim().split(/ +/);
  switch (command.toUpperCase()) {
    case 'REGISTER':
      return registerNick(caller, words);
    case 'IDENTIFY':
      return identify(caller, words);
    case 'SET':
      return setPassword(caller, words);
    case 'RESET':
      return resetPassword(caller, words);
    default:
      answer(caller, caller.network.words.nickServHelp);
  }
}

/** `REGISTER rahasia [budi@example.org]`: mail is not needed. */
async function registerNick(caller: Caller, params: readonly string[]): Promise<void> {
  const { network, client } = caller;
  const [password, mail = '@', ...more] = params;
  if (password === undefined) return answer(caller, network.words.nickServHelp);
  if (!mail.includes('@') || more.length > 0) return refuseSpace(caller);
  const { nick } = client;
  const refusal = await makeAccount(network, client, nick, password);
  if (client.state === 'gone') return;
  if (refusal !== undefined) return answer(caller, refusal.text);
  logIn(network, client, nick);
  answer(caller, network.words.fail.accountMade);
  answer(caller, network.words.nextTime(nick));
}

async function identify(caller: Caller, params: readonly string[]): Promise<void> {
  const { network, client } = caller;
  const { words } = network;
  const [name, password] = params.length > 1 ? params : [client.nick, params[0]];
  const { sasl, fail, nickServHelp } = words;
  if (name === undefined || password === undefined) return answer(caller, nickServHelp);
  if (params.length > 2) return refuseSpace(caller);
  const found = await checkPassword(network, client, name, password);
  if (client.state === 'gone') return;
  const { wrongPassword, wrongPasswordOf } = words;
  const refusal = params.length > 1 ? wrongPasswordOf(name) : wrongPassword(name);
  if (found === 'wrong') return answer(caller, refusal);
  if (found === 'busy') return answer(caller, fail.temporarilyUnavailable);
  if (found === 'guessed-at') return answer(caller, fail.guessedAt(name));
  logIn(network, client, found.name);
  answer(caller, sasl.loggedIn(found.name));
}

/** `SET PASSWORD lebih-rahasia`, of the account that the client is logged in to. */
async function setPassword(caller: Caller, params: readonly string[]): Promise<void> {
  const [what, password, ...more] = params;
  const { network, client } = caller;
  const { nickServHelp, fail } = network.words;
  if (what?.toUpperCase() !== 'PASSWORD' || password === undefined) {
    return answer(caller, nickServHelp);
  }
  if (more.length > 0) return refuseSpace(caller);
  const account = client.account === undefined ? undefined : network.accounts.get(client.account);
  if (account === undefined) return answer(caller, fail.logInFirst);
  const refusal = await changePassword(network, client, account, password);
  answer(caller, refusal?.text ?? network.words.passwordChanged);
}

/** `RESET budi`, for somebody who has forgotten it: the teacher gets a password to pass on. */
async function resetPassword(caller: Caller, [name]: readonly string[]): Promise<void> {
  const { network, client } = caller;
  const { accounts, words } = network;
  if (name === undefined) return answer(caller, words.nickServHelp);
  const account = accounts.get(name);
  if (!isInCharge(network, client)) return answer(caller, words.fail.teacherOnly);
  if (account?.isTeacher) return answer(caller, words.fail.teacherForgot); // nobody gets these rights by it
  if (account === undefined) return answer(caller, words.fail.noSuchAccount);
  const password = randomPassword();
  const refusal = await changePassword(network, client, account, password);
  answer(caller, refusal?.text ?? words.passwordReset(account.name, password));
}

/** What stands behind a space would be cut off, and the password would be another one. */
function refuseSpace(caller: Caller): void {
  answer(caller, caller.network.words.fail.spaceInPassword);
}

function answer({ network, client }: Caller, text: string): void {
  const source = `${NICKSERV}!services@${network.serverName}`;
  client.reply(source, 'NOTICE', [client.nick, text]);
}
