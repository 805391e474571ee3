import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A command of a README and what it is said to print: nothing, where nothing is shown. */
export interface ReadmeCommand {
  readonly command: string;
  readonly output: readonly string[];
}

/**
 * The commands of a README's code blocks: every line of an `sh` block; in a `console` block the lines
 * that begin with `$ `, each followed by what it prints.
 */
export function readmeCommands(root: string, file: string): ReadmeCommand[] {
  const text = readFileSync(join(root, file), 'utf8');
  const blocks = [...text.matchAll(/^```(sh|console)\n(.*?)^```$/gms)];
  return blocks.flatMap(([, language, block = '']) => {
    const lines = block.split('\n').filter((line) => line !== '');
    return language === 'sh'
      ? lines.map((command) => ({ command, output: [] }))
      : transcript(lines);
  });
}

function transcript(lines: readonly string[]): ReadmeCommand[] {
  const commands: { command: string; output: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('$ ')) commands.push({ command: line.slice(2), output: [] });
    else commands.at(-1)?.output.push(line);
  }
  return commands;
}
