import { NUMERICS } from '@praktikum/irc';
import type { Language } from '@praktikum/service';
import type { Command, Invocation } from '../../command.ts';
import { inLines } from '../../words/word-lines.ts';

/** Bytes of names in one line of the index: it fits a terminal. */
const INDEX_LINE_BYTES = 60;

/** Bytes of an explanation in one line: with what stands before it, it fits a line of IRC. */
const ABOUT_LINE_BYTES = 300;

/**
 * HELP, which also answers HELPOP.
 * @param commands all commands by their names in capitals; asked when somebody wants help, so that this one can
 *   be among them
 * @param language in which the server speaks
 */
export function helpCommand(
  commands: () => ReadonlyMap<string, Command>,
  language: () => Language,
): Command {
  return {
    syntax: 'HELP [<command>]',
    about: {
      id: 'daftar perintah, atau penjelasan satu perintah',
      en: 'lists the commands, or explains one of them',
    },
    needs: 0,
    run(invocation) {
      const { network, client, params } = invocation;
      const { helpIndex, helpNotFound } = network.words;
      const [asked = ''] = params;
      const name = asked.toUpperCase();
      if (name === '') {
        const index = inLines([...commands().keys()].sort(), INDEX_LINE_BYTES);
        return sendHelp(invocation, '*', helpIndex, index);
      }
      const command = commands().get(name);
      if (command === undefined)
        return client.numeric(NUMERICS.ERR_HELPNOTFOUND, name, helpNotFound);
      const about = inLines(command.about[language()].split(' '), ABOUT_LINE_BYTES);
      sendHelp(invocation, name, command.syntax, about);
    },
  };
}

/** RPL_HELPSTART, RPL_HELPTXT for each line, RPL_ENDOFHELP. */
function sendHelp(
  { network, client }: Invocation,
  subject: string,
  start: string,
  lines: readonly string[],
): void {
  client.numeric(NUMERICS.RPL_HELPSTART, subject, start);
  for (const line of lines) client.numeric(NUMERICS.RPL_HELPTXT, subject, line);
  client.numeric(NUMERICS.RPL_ENDOFHELP, subject, network.words.endOfHelp);
}
