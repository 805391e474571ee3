import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Does something with a file in a folder of its own, which is gone afterwards. */
function withFile<T>(name: string, content: Uint8Array, act: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'document-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, content);
    return act(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, ...args: string[]): Buffer {
  const { stdout, stderr, status } = spawnSync(command, args, { maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
  return stdout;
}

/** The text of each page, as poppler reads it. */
export function pageTexts(pdf: Uint8Array): readonly string[] {
  const text = withFile('a.pdf', pdf, (file) => run('pdftotext', '-layout', file, '-'));
  return text.toString().split('\f').slice(0, -1);
}

/** How many colours each page has, as poppler draws it small. */
export function pageColors(pdf: Uint8Array): readonly number[] {
  const drawn = withFile('a.pdf', pdf, (file) => run('pdftoppm', '-r', '36', file));
  const counts: number[] = [];
  for (let at = 0; at < drawn.length;) {
    const header = /^P6\n(\d+) (\d+)\n255\n/.exec(drawn.toString('latin1', at, at + 40))!;
    const start = at + header[0].length;
    at = start + Number(header[1]) * Number(header[2]) * 3;
    const colors = new Set<number>();
    for (let pixel = start; pixel < at; pixel += 3) colors.add(drawn.readUIntBE(pixel, 3));
    counts.push(colors.size);
  }
  return counts;
}

/** The document as LibreOffice prints it. */
export function libreOfficePdf(docx: Uint8Array): Uint8Array {
  return withFile('a.docx', docx, (file) => {
    const folder = join(file, '..');
    // Its own profile: LibreOffice is one program a profile, and somebody may be writing in theirs.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    run('soffice', '--headless', profile, '--convert-to', 'pdf', '--outdir', folder, file);
    return readFileSync(join(folder, 'a.pdf'));
  });
}
