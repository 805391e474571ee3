import { castToCapable, deedTags, toThoseWhoAsk } from '../../state/casts.ts';
import type { Command } from '../../command.ts';
import { body } from '../../state/line-parts.ts';
import { silencingChannel } from '../../rules/rights.ts';
import { MAX_REALNAME } from '../connection/connection.ts';

/** Source: IRCv3 setname. */
export const setname: Command = {
  syntax: 'SETNAME :<real name>',
  about: { id: 'mengganti nama asli', en: 'changes your real name' },
  needs: 1,
  run({ network, client, params: [realname = ''] }) {
    if (realname.trim() === '' || realname.length > MAX_REALNAME) {
      const { invalidRealname } = network.words.fail;
      return client.standardReply('FAIL', 'SETNAME', 'INVALID_REALNAME', invalidRealname);
    }
    if (silencingChannel(network, client) !== undefined) {
      const { silenced } = network.words;
      return client.standardReply('FAIL', 'SETNAME', 'CANNOT_CHANGE_REALNAME', silenced);
    }
    client.realname = realname;
    const line = body(client.source, 'SETNAME', [realname]);
    const cast = castToCapable('setname', line, deedTags(network, client));
    client.answerCast(cast);
    toThoseWhoAsk(network, client, 'setname', cast);
  },
};
