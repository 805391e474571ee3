import { NUMERICS } from '@praktikum/irc';
import type { Command } from '../../command.ts';
import { sendIsupport } from '../../connection/isupport.ts';
import { VERSION } from '../../words/version.ts';
import { splitUptime } from './uptime.ts';

export const info: Command = {
  syntax: 'INFO',
  about: { id: 'tentang server ini', en: 'about this server' },
  needs: 0,
  run({ network, client }) {
    const { words } = network;
    for (const line of words.info(VERSION)) client.numeric(NUMERICS.RPL_INFO, line);
    client.numeric(NUMERICS.RPL_ENDOFINFO, words.endOfInfo);
  },
};

export const time: Command = {
  syntax: 'TIME',
  about: { id: 'jam server', en: 'the clock of the server' },
  needs: 0,
  run({ network, client }) {
    client.numeric(NUMERICS.RPL_TIME, network.serverName, new Date().toUTCString());
  },
};

export const version: Command = {
  syntax: 'VERSION',
  about: {
    id: 'versi server dan kemampuannya',
    en: 'the version of the server and what it can do',
  },
  needs: 0,
  run({ network, client }) {
    const { serverName, words } = network;
    client.numeric(NUMERICS.RPL_VERSION, VERSION, serverName, words.serverInfo);
    sendIsupport(network, client);
  },
};

export const links: Command = {
  syntax: 'LINKS',
  about: {
    id: 'server lain di jaringan; tidak ada',
    en: 'the other servers of the network; there are none',
  },
  needs: 0,
  run({ network, client }) {
    client.numeric(NUMERICS.RPL_ENDOFLINKS, '*', network.words.endOfLinks);
  },
};

export const stats: Command = {
  syntax: 'STATS u',
  about: {
    id: 'u: sudah berapa lama server berjalan',
    en: 'u: how long the server has been running',
  },
  needs: 1,
  run({ network, client, params: [query = ''] }) {
    const { words, startedAt } = network;
    const letter = query.slice(0, 1);
    if (letter === 'u') {
      const { days, clock } = splitUptime(Date.now() - startedAt.getTime());
      client.numeric(NUMERICS.RPL_STATSUPTIME, words.uptime(days, clock));
    }
    client.numeric(NUMERICS.RPL_ENDOFSTATS, letter, words.endOfStats);
  },
};

export const admin: Command = {
  syntax: 'ADMIN',
  about: { id: 'siapa yang mengurus server ini', en: 'who runs this server' },
  needs: 0,
  run({ network, client }) {
    const { serverName, settings, words } = network;
    client.numeric(NUMERICS.RPL_ADMINME, serverName, words.admin.start);
    client.numeric(NUMERICS.RPL_ADMINLOC1, settings.network);
    client.numeric(NUMERICS.RPL_ADMINLOC2, words.serverInfo);
    client.numeric(NUMERICS.RPL_ADMINEMAIL, words.admin.contact(settings.teacher));
  },
};
