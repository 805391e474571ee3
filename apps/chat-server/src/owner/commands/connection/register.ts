import type { Client } from '../../state/client.ts';
import type { Command, Invocation } from '../../command.ts';
import { makeAccount } from '../../accounts/make-account.ts';
import {
  hasServerPassword,
  introductionOf,
  refusePassword,
} from '../../connection/registration.ts';
import { logIn } from './authenticate.ts';

/** Source: IRCv3 draft/account-registration. No address for mail is needed, and none is kept. */
export const register: Command = {
  syntax: 'REGISTER <account>|* <email>|* <password>',
  about: { id: 'membuat akun untuk nick Anda', en: 'makes an account of your nick' },
  needs: 0,
  early: true,
  async run(invocation) {
    const { network, client, params } = invocation;
    const [asked = '', , password] = params;
    const { fail, noNick } = network.words;
    if (password === undefined) {
      return client.standardReply('FAIL', 'REGISTER', 'NEED_MORE_PARAMS', fail.needMoreParams);
    }
    if (!hasServerPassword(network, client)) return refusePassword(network, client);
    const nick = nickOf(client);
    const name = asked === '*' ? (nick ?? '*') : asked;
    const refuse = (code: string, text: string) =>
      client.standardReply('FAIL', 'REGISTER', code, name, text);
    if (!client.isRegistered && !network.settings.registrationBeforeConnect) {
      return refuse('COMPLETE_CONNECTION_REQUIRED', fail.completeConnection);
    }
    if (nick === undefined) return refuse('NEED_NICK', noNick);
    if (network.fold(name) !== network.fold(nick)) {
      return refuse('ACCOUNT_NAME_MUST_BE_NICK', fail.accountMustBeNick);
    }
    const refusal = await makeAccount(network, client, nick, password);
    if (client.state === 'gone') return;
    if (refusal !== undefined) return refuse(refusal.code, refusal.text);
    succeed(invocation, nick);
  },
};

/** Before registration also a nick that it was not given: it is told that the account exists. */
function nickOf(client: Client): string | undefined {
  if (client.nick !== '*') return client.nick;
  return client.isRegistered ? undefined : introductionOf(client).askedNick;
}

function succeed({ network, client }: Invocation, account: string): void {
  const { accountMade } = network.words.fail;
  client.reply(network.serverName, 'REGISTER', ['SUCCESS', account, accountMade]);
  logIn(network, client, account);
}
