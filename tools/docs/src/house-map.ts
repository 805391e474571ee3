import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PageError } from './page.ts';

/** The folders of rooms, and what a room of each is. */
const FLOORS = {
  apps: 'one Nx project = one service or program = one process',
  libs: 'what programs are made of',
  tools: 'what the workspace itself is made with',
};

const WIDTH = 26;

/**
 * Every room of the house with a sentence: the `description` of its package.json, or where it has none the
 * first paragraph of its README.
 * @param root of the workspace
 * @throws PageError for a room that says nothing of itself
 */
export function houseMap(root: string): string {
  const problems: string[] = [];
  const lines = Object.entries(FLOORS).flatMap(([floor, what]) => {
    const rooms = readdirSync(join(root, floor), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && hasFiles(join(root, floor, entry.name)))
      .map(({ name }) => {
        const sentence = sentenceOf(join(root, floor, name));
        if (sentence === undefined) problems.push(`${floor}/${name} has no description`);
        return line(`  ${name}/`, sentence ?? '');
      });
    return [line(`${floor}/`, what), ...rooms.sort()];
  });
  if (problems.length > 0) throw new PageError(problems);
  return `\`\`\`\n${lines.join('\n')}\n\`\`\``;
}

function line(name: string, sentence: string): string {
  return `${name.padEnd(WIDTH)} ${sentence}`;
}

/** What Git leaves behind of a room that has gone is no room. */
const LEFT_BEHIND = ['dist', 'node_modules', 'out-tsc', 'test-output'];

function hasFiles(folder: string): boolean {
  return readdirSync(folder).some((name) => !LEFT_BEHIND.includes(name));
}

function sentenceOf(folder: string): string | undefined {
  const manifest = read(join(folder, 'package.json'));
  const { description } = JSON.parse(manifest ?? '{}') as { description?: string };
  if (description !== undefined) return description;
  const [, paragraph] = read(join(folder, 'README.md'))?.split('\n\n') ?? [];
  return paragraph?.replaceAll('\n', ' ').replace(/\.$/, '');
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
