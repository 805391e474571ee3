import {
  isNodeAtLeast,
  NODE_THAT_MOVES_SOCKETS,
  type NodeVersion,
} from '@praktikum/protocol/node-version';

/**
 * The first thing a program runs. This file is parsed by whatever Node the user has, so it uses
 * nothing newer than Node 14; all else is in the module that it imports once the version is right.
 */

/**
 * @param program URL of the module that is the program, without its ending `.ts` or `.js`
 * @param leastNodes the oldest Node of each release line it runs on, and of those after the last;
 * a program that serves no sockets may ask for less
 */
export async function start(
  program: URL,
  leastNodes: readonly NodeVersion[] = NODE_THAT_MOVES_SOCKETS,
): Promise<void> {
  if (isNodeAtLeast(process.versions.node, leastNodes)) {
    await import(program.href).catch(explainTooFewDescriptors);
    return;
  }
  const least = (or: string) =>
    leastNodes.map((version) => `${version.join('.')}+`).join(` ${or} `);
  process.stderr.write(
    `Program ini memerlukan Node.js ${least('atau')}; Anda menjalankannya dengan ${process.version}.\n` +
      'Node.js yang sesuai sudah terpasang di folder proyek; perintah di README memakainya.\n' +
      'Atau jalankan dari folder itu:\n' +
      `  npx node ${process.argv[1] || 'dist/main.js'}\n` +
      '\n' +
      `This program needs Node.js ${least('or')}; you started it with ${process.version}.\n` +
      'A suitable Node.js is installed in the project folder; the commands of the README use it.\n' +
      'Or run the command above from that folder.\n',
  );
  process.exitCode = 1;
}

/**
 * With so few descriptors that its modules cannot be read a program cannot explain anything by itself. Node
 * says it in words only: `Cannot read package config …: too many open files.`
 */
function explainTooFewDescriptors(error: unknown): void {
  if (!/EMFILE|too many open files/.test(String(error))) throw error;
  process.stderr.write(
    'Kesalahan: Batas berkas terbuka terlalu rendah untuk menjalankan program ini.\n' +
      'Error: The limit of open files is too low for this program to run.\n' +
      '  - ulimit -n 65536\n' +
      '(EMFILE, 11)\n',
  );
  process.exitCode = 11;
}
