import type { Evidence, ExperimentRecord } from './evidence.ts';

/** The folder of an experiment: `1-handshake`. */
const FOLDER = /^\d-[\w-]+$/;
/** A file in it; names of ours have no spaces, and lead nowhere else. */
const FILE = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

/** Whether every file that evidence names is one of its own: no `..`, no `/etc/passwd`. */
export function namesOwnFiles({ experiments }: Evidence): boolean {
  return experiments.every(
    (record) => FOLDER.test(record.folder) && filesOf(record).every((file) => FILE.test(file)),
  );
}

function filesOf({ files, findings, exhibits, commands }: ExperimentRecord): string[] {
  return [
    ...files.map(({ path }) => path),
    ...findings.flatMap(({ cites }) => cites.map(({ file }) => file)),
    ...commands.flatMap(({ output }) => output ?? []),
    ...exhibits.flatMap((exhibit) => {
      if (exhibit.kind === 'table') return [];
      return exhibit.kind === 'picture' ? Object.values(exhibit.svg) : [exhibit.output];
    }),
  ];
}
