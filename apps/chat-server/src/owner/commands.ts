import type { Language } from '@praktikum/service';
import type { Command } from './command.ts';
import { authenticate } from './commands/authenticate.ts';
import { away } from './commands/away.ts';
import { cap } from './commands/cap.ts';
import { chathistory } from './commands/chathistory.ts';
import { nick, pass, ping, pong, quitCommand, user } from './commands/connection.ts';
import { helpCommand } from './commands/help.ts';
import { invite } from './commands/invite.ts';
import { join } from './commands/join.ts';
import { kick } from './commands/kick.ts';
import { list } from './commands/list.ts';
import { lusers } from './commands/lusers.ts';
import { markread } from './commands/markread.ts';
import { notice, privmsg, tagmsg } from './commands/message.ts';
import { mode } from './commands/mode.ts';
import { monitor } from './commands/monitor.ts';
import { motd } from './commands/motd.ts';
import { names } from './commands/names.ts';
import { kill, oper, wallops } from './commands/oper.ts';
import { nickserv } from './commands/nickserv.ts';
import { part } from './commands/part.ts';
import { ison, userhost } from './commands/presence.ts';
import { redact } from './commands/redact.ts';
import { register } from './commands/register.ts';
import { registrations } from './commands/registrations.ts';
import { admin, info, links, stats, time, version } from './commands/server-facts.ts';
import { setname } from './commands/setname.ts';
import { topic } from './commands/topic.ts';
import { who } from './commands/who.ts';
import { whois } from './commands/whois.ts';
import { whowas } from './commands/whowas.ts';

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
