import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where the installer of Wireshark puts its programs without adding them to the path. */
const USUAL_FOLDERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  win32: ['C:\\Program Files\\Wireshark'],
  darwin: ['/Applications/Wireshark.app/Contents/MacOS'],
};

/** The path of a program; undefined when it is not installed. */
export function findExecutable(name: string): string | undefined {
  const { env, platform } = process;
  const file = platform === 'win32' ? `${name}.exe` : name;
  const path = env['PATH'] ?? env['Path'] ?? '';
  const folders = [...path.split(delimiter), ...(USUAL_FOLDERS[platform] ?? [])];
  return folders
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, file))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
