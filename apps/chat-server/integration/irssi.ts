import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startOnTerminal } from '@praktikum/peers';
import {
  endsWithTest,
  follow,
  makeHome,
  OPTIONS,
  type ChatProgram,
  type ChatProgramSettings,
} from './chat-program.ts';

/** An irssi, at whose terminal one types. */
interface Irssi extends ChatProgram {
  /** Types a line into the window of the channel: words, or a command such as `/nick wati`. */
  type(line: string): void;
}

/** Starts irssi on a terminal of its own, with a home of its own. */
export async function startIrssi(settings: ChatProgramSettings): Promise<Irssi> {
  const home = await makeHome();
  const log = join(home, 'irssi.log');
  await writeFile(join(home, 'config'), configOf(settings, log));
  const program = startOnTerminal(`exec irssi --home='${home}'`, OPTIONS);
  const type = (line: string) => void program.process.stdin.write(`${line}\r`);
  endsWithTest(program, () => type('/quit'));
  const notes = follow(log);
  return { type, noted: (pattern) => notes.line(pattern), notes: () => notes.stdout };
}

function configOf(
  { endpoint, nick, channel, ca, account }: ChatProgramSettings,
  log: string,
): string {
  const tls = ca === undefined ? '' : `use_tls = "yes"; tls_verify = "yes"; tls_cafile = "${ca}";`;
  const [name, password] = account ?? [];
  const sasl = `sasl_mechanism = "PLAIN"; sasl_username = "${name}"; sasl_password = "${password}";`;
  return `
servers = ({
  address = "${endpoint.host}"; port = "${endpoint.port}"; chatnet = "kelas"; autoconnect = "yes"; ${tls}
});
chatnets = { kelas = { type = "IRC"; nick = "${nick}"; ${account ? sasl : ''} }; };
channels = ({ name = "${channel}"; chatnet = "kelas"; autojoin = "yes"; });
logs = { "${log}" = { auto_open = "yes"; level = "ALL"; }; };
settings = {
  core = { real_name = "${nick}"; user_name = "${nick}"; nick = "${nick}"; quit_on_hup = "yes"; };
  # Five commands at once and one every two seconds is a manner of public networks.
  "irc/core" = { cmds_max_at_once = "1000"; };
  "fe-common/core" = { window_auto_change = "yes"; };
};
`;
}
