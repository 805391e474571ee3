import { createInterface } from 'node:readline';

/**
 * Lets a server on a terminal be spoken to: calls back with every line that is typed. Without a
 * terminal there is nobody to type, and nothing is read.
 * @returns stops listening
 */
export function listenToKeyboard(onLine: (line: string) => void): () => void {
  const { stdin } = process;
  if (!stdin.isTTY) return () => undefined;
  // In the background (`server &`) reading the keyboard would stop the process by SIGTTIN. When that
  // is ignored it is an input error, and there is just no keyboard then.
  process.on('SIGTTIN', ignore);
  stdin.on('error', ignore);
  const lines = createInterface({ input: stdin, terminal: false });
  lines.on('line', (line) => onLine(line.trim()));
  stdin.unref();
  return () => {
    lines.close();
    process.off('SIGTTIN', ignore);
  };
}

function ignore(): void {}
