import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { startCommand } from '@praktikum/peers';
import {
  endsWithTest,
  follow,
  makeHome,
  OPTIONS,
  type ChatProgram,
  type ChatProgramSettings,
} from './chat-program.ts';

/** A weechat without a screen. It has two commands, and a signal for each. */
interface Weechat extends ChatProgram {
  /** Says the words of {@link WeechatSettings}. */
  say(): void;
  /** Takes the new nick of {@link WeechatSettings}. */
  rename(): void;
}

interface WeechatSettings extends ChatProgramSettings {
  readonly words: string;
  readonly newNick: string;
}

/** Starts weechat-headless with a home of its own. */
export async function startWeechat(settings: WeechatSettings): Promise<Weechat> {
  const home = await makeHome();
  const { channel } = settings;
  const commands = commandsOf(settings).flatMap((command) => ['-r', command]);
  const program = endsWithTest(
    startCommand('weechat-headless', ['-d', home, ...commands], OPTIONS),
  );
  const [ofChannel, ofServer] = [`kelas.${channel}`, 'server.kelas'].map((buffer) =>
    follow(join(home, 'logs', `irc.${buffer}.weechatlog`)),
  );
  return {
    say: () => program.kill('SIGUSR1'),
    rename: () => program.kill('SIGUSR2'),
    noted: (pattern) => ofChannel!.line(pattern),
    notes: () => ofServer!.stdout + ofChannel!.stdout,
  };
}

function commandsOf({
  endpoint,
  nick,
  channel,
  ca,
  account,
  words,
  newNick,
}: WeechatSettings): string[] {
  const [name = '', password = ''] = account ?? [];
  const tls = wordForTls();
  const server = {
    [tls]: ca === undefined ? 'off' : 'on',
    [`${tls}_verify`]: 'on',
    nicks: nick,
    autojoin: channel,
    ...(account && { sasl_mechanism: 'plain', sasl_username: name, sasl_password: password }),
  };
  return [
    '/set logger.file.flush_delay 0',
    ...(ca === undefined
      ? []
      : [
          '/set weechat.network.gnutls_ca_system off',
          `/set weechat.network.gnutls_ca_user "${ca}"`,
        ]),
    `/server add kelas ${endpoint.host}/${endpoint.port}`,
    ...Object.entries(server).map(([option, value]) => `/set irc.server.kelas.${option} ${value}`),
    `/set weechat.signal.sigusr1 "/msg -server kelas ${channel} ${words}"`,
    `/set weechat.signal.sigusr2 "/command -buffer irc.server.kelas irc /nick ${newNick}"`,
    '/connect kelas',
  ];
}

/** What TLS is called in the options of a server: `ssl` before version 4. */
function wordForTls(): 'ssl' | 'tls' {
  const { stdout } = spawnSync('weechat-headless', ['--version'], { encoding: 'utf8' });
  return Number.parseInt(stdout, 10) < 4 ? 'ssl' : 'tls';
}
