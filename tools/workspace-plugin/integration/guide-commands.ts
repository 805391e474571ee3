import { guideProgram } from '@praktikum/testing';
import { withArguments } from './reader-shell.ts';

/** Commands that are shown and not run here, each with its reason. Every entry has to be met on a page. */
export const SHOWN_ONLY: readonly (readonly [command: RegExp, why: string])[] = [
  [/^sudo /, 'needs the administrator of the machine'],
  [/^(ipconfig|netstat|taskkill|New-NetFirewallRule|Remove-NetFirewallRule)\b/, 'is of Windows'],
  [/^(ip addr|ifconfig)$/, 'prints the network of the machine, and may not be installed'],
  [/^kill /, 'ends whatever program has that number'],
  [/^npm start$/, 'is run by readme.spec.ts'],
  [/^irssi /, 'takes the whole terminal; readme.spec.ts runs it'],
];

export function whyShownOnly(command: string): string | undefined {
  return SHOWN_ONLY.find(([pattern]) => pattern.test(command))?.[1];
}

/** How the test runs a command. */
type CommandKind = 'analysis' | 'capture' | 'export' | 'generator' | 'lab' | 'plain' | 'talk';

/** `talk` is with the server that the page has started before. */
export function kindOf(command: string): CommandKind {
  if (/analyzer (capture|interfaces)|--live/.test(command)) return 'capture';
  if (/praktikum analyzer/.test(command)) return 'analysis';
  if (/nx g /.test(command)) return 'generator';
  if (/nx run chat-server:export/.test(command)) return 'export';
  if (/praktikum lab\b/.test(command)) return 'lab';
  if (/praktikum certificates|--help$|--version$|praktikum$/.test(command)) return 'plain';
  return 'talk';
}

/** A program of the paper guide in a command: `python server/simple_server.py`. */
const OF_THE_PAPER = /^python (?:server|client)\/(\w+\.py)/;

/** Its file name; undefined for all other commands. */
export function paperProgram(command: string): string | undefined {
  return OF_THE_PAPER.exec(command)?.[1];
}

/** The same command with the program at `path`, on a host and port of the test's. */
export function withPaperProgram(command: string, path: string, host: string, port: number) {
  return command.replace(OF_THE_PAPER, `exec python3 -u ${path} ${host} ${port}`);
}

/** A port at which the page shows that no server is. */
const OTHER_PORT = / (?:localhost|127\.0\.0\.1) (?!(?:12345|6667|6697)\b)\d+/;

/**
 * A command as the test runs it: to the server that the page has started before, and with an end.
 * @param ports of that server, by what stands for them on the page: `12345`, or `6667`, `6697` and `8067`
 */
export function asRun(command: string, ports: ReadonlyMap<string, number> = new Map()): string {
  const kind = kindOf(command);
  if (kind === 'generator') return `${command} --dry-run`;
  if (kind === 'lab') return ofTheLab(command);
  if (kind === 'capture') return /--(out|live)/.test(command) ? `${command} --for 200ms` : command;
  if (kind === 'plain') return command.replace(/^python /, 'python3 ');
  if (kind === 'analysis' || kind === 'export' || OTHER_PORT.test(command)) return command;
  const [port] = ports.values();
  if (port === undefined) throw new Error('the page has started no server for this command');
  const paper = paperProgram(command);
  if (paper !== undefined) {
    return withPaperProgram(command, guideProgram(paper)!, 'localhost', port);
  }
  const written = [...ports.keys()].find((shown) => new RegExp(`\\b${shown}\\b`).test(command));
  if (written !== undefined) return command.replace(written, String(ports.get(written)));
  return withArguments(command, `--port ${port}`);
}

/** All experiments are run by the tests of the lab; here it is the one that needs nobody. */
const SHORTLY = 'node praktikum lab --only 5';

function ofTheLab(command: string): string {
  if (command.includes(' relay')) return `${command} --listen 0 --for 200ms`;
  return command.includes(' report') ? `${SHORTLY} && ${command}` : SHORTLY;
}

/** What has another name in the other language. */
const TRANSLATED: readonly (readonly [id: RegExp, en: string])[] = [
  [/\brekaman\b/g, 'capture'],
  [/\blaporan\b/g, 'report'],
  [/\btangga\b/g, 'ladder'],
  [/\bsegmen\b/g, 'segments'],
];

/** A command of an Indonesian page as the English one shows it. */
export function inEnglish(command: string): string {
  return TRANSLATED.reduce((text, [id, en]) => text.replace(id, en), command);
}

/** What is said of the lab stands in sections of its own: its options are not those of the other programs. */
const ABOUT_THE_LAB = /^## [^\n]*\blab\n.*?(?=^## |(?![^]))/gms;
const OF_ANOTHER_PROGRAM = /^(sudo|python|npx|irssi|node --)/;

/** The options of our programs that a page names, in its commands and in its sentences. */
export function namedOptions(markdown: string): string[] {
  const text = markdown.replace(ABOUT_THE_LAB, '');
  const commands = text.match(/^\$ .*|^(?:node|echo) .*/gm) ?? [];
  const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, words]) => words!);
  return [...commands, ...code]
    .map((words) => words.replace(/^\$ /, ''))
    .filter((words) => !OF_ANOTHER_PROGRAM.test(words))
    .flatMap((words) => words.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? []);
}
