import { castToCapable, deedTags, toThoseWhoAsk } from '../../state/casts.ts';
import type { Command } from '../../command.ts';
import { body } from '../../state/line-parts.ts';
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
    client.realname = realname;
    const line = body(client.source, 'SETNAME', [realname]);
    const cast = castToCapable('setname', line, deedTags(network, client));
    client.answerCast(cast);
    toThoseWhoAsk(network, client, 'setname', cast);
  },
};
