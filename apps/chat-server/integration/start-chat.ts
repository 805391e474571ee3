import { afterEach } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram, type Program, type RunningProgram } from '@praktikum/peers';
import type { Endpoint } from '@praktikum/protocol';
import type { ChatConfig } from '../src/settings/chat-config.ts';
import { IrcClient, type IrcClientOptions } from './irc-client.ts';

/** A chat server that listens, and clients for it. */
export interface StartedChat {
  readonly program: RunningProgram;
  /** Where each of its listeners listens: `irc`, `ircs`, `web`. */
  readonly endpoints: Readonly<Record<string, Endpoint>>;
  readonly dataDir: string;
  /** A client that is connected and has said nothing. */
  connect(options?: IrcClientOptions): Promise<IrcClient>;
  /** A client that is registered under this nick. */
  join(nick: string, options?: IrcClientOptions): Promise<IrcClient>;
}

const folders: string[] = [];
const programs: RunningProgram[] = [];
const clients: IrcClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await Promise.all(programs.splice(0).map((program) => program.stop('SIGKILL')));
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A folder that is gone after the test. */
export async function makeTestFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'chat-'));
  folders.push(folder);
  return folder;
}

/** Writes a configuration: free ports, no flood control, and a folder of its own unless it says otherwise. */
async function writeConfig(config: ChatConfig = {}): Promise<{ path: string; dataDir: string }> {
  const folder = await makeTestFolder();
  const dataDir = config.dataDir ?? join(folder, 'data');
  const path = join(folder, 'chat.json');
  const usual = { flood: null, websocket: null, serverName: 'kelas.uji' };
  await writeFile(path, JSON.stringify({ ...usual, ...config, dataDir }));
  return { path, dataDir };
}

/** Starts the built bundle; it ends with the test. */
export async function startChat(config: ChatConfig = {}, ...args: string[]): Promise<StartedChat> {
  const { path, dataDir } = await writeConfig(config);
  const program = startProgram('chat-server', ['--config', path, ...ENDPOINT, ...args]);
  return started(program, dataDir);
}

/** The same with another program, and variables of its environment. */
export async function startChatProgram(
  program: Program,
  env: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<StartedChat> {
  const { path, dataDir } = await writeConfig();
  return started(startProgram(program, ['--config', path, ...ENDPOINT, ...args], { env }), dataDir);
}

const ENDPOINT = ['--host', '127.0.0.1', '--port', '0'];

async function started(program: RunningProgram, dataDir: string): Promise<StartedChat> {
  programs.push(program);
  const endpoints: Record<string, Endpoint> = {};
  await program.event('hint'); // said after all listeners
  for (const { host, port, listener = 'irc' } of program.events('listening')) {
    endpoints[String(listener)] = { host: String(host), port: Number(port) };
  }
  const connect = async (options: IrcClientOptions = {}) => {
    const client = await IrcClient.connect(
      options.endpoint ?? Object.values(endpoints)[0]!,
      options,
    );
    clients.push(client);
    return client;
  };
  const join = async (nick: string, options: IrcClientOptions = {}) => {
    const client = await connect(options);
    await client.register(nick, options);
    return client;
  };
  return { program, endpoints, dataDir, connect, join };
}
