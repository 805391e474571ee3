import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A command of a page and what it is said to print: nothing, where nothing is shown. */
export interface DocumentedCommand {
  readonly command: string;
  readonly output: readonly string[];
  /** Whether it is shown to run on beside the commands below it: a server in a terminal of its own. */
  readonly serves: boolean;
}

const BLOCK = /^```(sh|console)( server)?\n(.*?)^```$/gms;

/** A line that stands for lines which are not shown. */
const LEFT_OUT = '…';

/**
 * The commands of a page's code blocks: every line of an `sh` block; in a `console` block the lines
 * that begin with `$ `, each followed by what it prints. The one command of a `console server` block
 * is a server for the commands below it, up to the next such block; such a block without a command is
 * what that server has printed by then.
 */
export function documentedCommands(root: string, file: string): DocumentedCommand[] {
  const text = readFileSync(join(root, file), 'utf8');
  const commands: { command: string; output: string[]; serves: boolean }[] = [];
  for (const [, language, server, block = ''] of text.matchAll(BLOCK)) {
    const serves = server !== undefined;
    let current = serves ? commands.findLast((entry) => entry.serves) : undefined;
    for (const line of block.split('\n').filter((shown) => shown !== '' && shown !== LEFT_OUT)) {
      const command = language === 'sh' ? line : /^\$ (.*)/.exec(line)?.[1];
      if (command === undefined) current?.output.push(line);
      else commands.push((current = { command, output: [], serves }));
    }
  }
  return commands;
}
