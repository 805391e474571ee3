import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads a JSON file of the workspace.
 * @param {string} root folder of the workspace
 * @param {string} path of the file in it
 * @param {(content: any) => boolean} isWhole whether that is what such a file holds
 * @throws DamagedFile, or an error of the system
 */
export function readJson(root, path, isWhole) {
  const text = readFileSync(join(root, path), 'utf8');
  let content;
  try {
    content = JSON.parse(text);
  } catch ({ message }) {
    throw new DamagedFile(path, message);
  }
  if (isWhole(content)) return content;
  throw new DamagedFile(path, 'not what it should hold');
}

/** A file that git has whole. */
class DamagedFile extends Error {
  constructor(path, reason) {
    super(`${path}: ${reason}`);
    this.remedies = [`git restore ${path}`];
  }
}
