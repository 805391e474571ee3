import { checkPassword } from '../../accounts/check-password.ts';
import type { Command, Invocation } from '../../command.ts';
import { makeAccount } from '../../accounts/make-account.ts';
import { NICKSERV } from '../../accounts/service-nick.ts';
import { logIn } from './authenticate.ts';

/** What NickServ has to know of who speaks to it. */
type Caller = Pick<Invocation, 'network' | 'client'>;

/** For clients of old, which know neither SASL nor REGISTER. */
export const nickserv: Command = {
  syntax: 'NICKSERV REGISTER <password> | IDENTIFY [<account>] <password>',
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
    default:
      answer(caller, caller.network.words.nickServHelp);
  }
}

/** `REGISTER rahasia [budi@example.org]`: mail is not needed. */
async function registerNick(caller: Caller, [password]: readonly string[]): Promise<void> {
  const { network, client } = caller;
  if (password === undefined) return answer(caller, network.words.nickServHelp);
  const { nick } = client;
  const refusal = await makeAccount(network, client, nick, password);
  if (client.state === 'gone') return;
  if (refusal !== undefined) return answer(caller, refusal.text);
  logIn(network, client, nick);
  answer(caller, network.words.fail.accountMade);
}

async function identify(caller: Caller, words: readonly string[]): Promise<void> {
  const { network, client } = caller;
  const [name, password] = words.length > 1 ? words : [client.nick, words[0]];
  const { sasl, fail, nickServHelp } = network.words;
  if (name === undefined || password === undefined) return answer(caller, nickServHelp);
  const found = await checkPassword(network, client, name, password);
  if (client.state === 'gone') return;
  if (found === 'wrong') return answer(caller, sasl.failed);
  if (found === 'busy') return answer(caller, fail.temporarilyUnavailable);
  logIn(network, client, found.name);
  answer(caller, sasl.loggedIn(found.name));
}

function answer({ network, client }: Caller, text: string): void {
  const source = `${NICKSERV}!services@${network.serverName}`;
  client.reply(source, 'NOTICE', [client.nick, text]);
}
