import type { Language } from '@praktikum/service';
import type { Command } from './command.ts';
import { authenticate } from './commands/connection/authenticate.ts';
import { away } from './commands/people/away.ts';
import { cap } from './commands/connection/cap.ts';
import { chathistory } from './commands/talk/chathistory.ts';
import { nick, pass, ping, pong, quitCommand, user } from './commands/connection/connection.ts';
import { helpCommand } from './commands/server/help.ts';
import { invite } from './commands/channel/invite.ts';
import { join } from './commands/channel/join.ts';
import { kick } from './commands/channel/kick.ts';
import { list } from './commands/channel/list.ts';
import { lusers } from './commands/server/lusers.ts';
import { markread } from './commands/talk/markread.ts';
import { notice, privmsg, tagmsg } from './commands/talk/message.ts';
import { mode } from './commands/channel/mode.ts';
import { monitor } from './commands/people/monitor.ts';
import { motd } from './commands/server/motd.ts';
import { names } from './commands/channel/names.ts';
import { kill, oper, wallops } from './commands/connection/oper.ts';
import { nickserv } from './commands/connection/nickserv.ts';
import { part } from './commands/channel/part.ts';
import { ison, userhost } from './commands/people/presence.ts';
import { redact } from './commands/talk/redact.ts';
import { register } from './commands/connection/register.ts';
import { registrations } from './commands/connection/registrations.ts';
import { admin, info, links, stats, time, version } from './commands/server/server-facts.ts';
import { setname } from './commands/people/setname.ts';
import { topic } from './commands/channel/topic.ts';
import { who } from './commands/people/who.ts';
import { whois } from './commands/people/whois.ts';
import { whowas } from './commands/people/whowas.ts';

/** All commands by their names. @param language of the explanations in HELP */
export function chatCommands(language: Language): ReadonlyMap<string, Command> {
  const commands = new Map<string, Command>(
    Object.entries({
      PASS: pass,
      NICK: nick,
      USER: user,
      CAP: cap,
      AUTHENTICATE: authenticate,
      REGISTER: register,
      REGISTRATIONS: registrations,
      NICKSERV: nickserv,
      NS: nickserv,
      PING: ping,
      PONG: pong,
      QUIT: quitCommand,
      JOIN: join,
      PART: part,
      KICK: kick,
      INVITE: invite,
      TOPIC: topic,
      NAMES: names,
      LIST: list,
      MODE: mode,
      PRIVMSG: privmsg,
      NOTICE: notice,
      TAGMSG: tagmsg,
      REDACT: redact,
      WHO: who,
      WHOIS: whois,
      WHOWAS: whowas,
      AWAY: away,
      SETNAME: setname,
      MONITOR: monitor,
      CHATHISTORY: chathistory,
      MARKREAD: markread,
      MOTD: motd,
      LUSERS: lusers,
      INFO: info,
      TIME: time,
      VERSION: version,
      LINKS: links,
      STATS: stats,
      ADMIN: admin,
      ISON: ison,
      USERHOST: userhost,
      OPER: oper,
      KILL: kill,
      WALLOPS: wallops,
    }),
  );
  const help = helpCommand(
    () => commands,
    () => language,
  );
  return commands.set('HELP', help).set('HELPOP', help);
}
