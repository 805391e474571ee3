import { join } from 'node:path';
import { type Program, workspaceRoot } from '@praktikum/peers';
import { escapeControls } from '@praktikum/protocol';

/** The programs of this workspace that experiments start. */
export type LabProgram =
  'analyzer' | 'certificates' | 'client' | 'simple-server' | 'threaded-server';

/** What Node runs. The certificates are a tool, which runs from its sources. */
export function programOf(name: LabProgram): Program {
  if (name !== 'certificates') return name;
  return { name, path: join(workspaceRoot(), 'tools', name, 'src', 'main.ts') };
}

/** A command as a student types it. */
export function typedCommand(name: LabProgram, args: readonly string[]): string {
  return ['node', 'praktikum', name, ...args.map(quoted)].join(' ');
}

/** What a command that is advised has to say of a folder, where that is not the usual one: ` --out "hasil 2"`. */
export function folderOption(option: '--out' | '--results', folder: string, usual: string): string {
  return folder === usual ? '' : ` ${option} ${quoted(escapeControls(folder))}`;
}

/** Both sh and cmd.exe understand double quotes; within them sh still replaces what begins with `$`. */
export function quoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return /[$`]/.test(word)
    ? `'${word.replaceAll("'", "'\\''")}'`
    : `"${word.replaceAll('"', '\\"')}"`;
}
