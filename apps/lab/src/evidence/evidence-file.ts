import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError, codeOf, escapeControls } from '@praktikum/protocol';
import { writeOutput } from '@praktikum/service';
import type { Evidence } from './evidence.ts';
import { isEvidence } from './is-evidence.ts';

const FILE = 'evidence.json';

/** A later version of this program may understand an older file; an older one says that it does not. */
const FORMAT = 1;

interface Stored {
  readonly format: number;
  /** Of `evidence` as JSON without spaces: whoever changes the file by hand is told so. */
  readonly sha256: string;
  readonly evidence: Evidence;
}

/**
 * Reads what a practicum has shown so far.
 * @param results the folder `hasil`
 * @returns undefined where there is nothing yet
 * @throws CodedError `ERR_EVIDENCE_CHANGED` when the file is not as it was written, `ERR_FILE`
 */
export async function readEvidence(results: string): Promise<Evidence | undefined> {
  const path = join(results, FILE);
  const text = await textOf(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new CodedError('ERR_FILE', `cannot read ${path}`, {
      cause: error,
      details: { path: escapeControls(path), reason: codeOf(error) },
    });
  });
  if (text === undefined) return undefined;
  const stored = storedIn(text);
  if (stored !== undefined && isOurs(stored)) return stored.evidence;
  throw new CodedError('ERR_EVIDENCE_CHANGED', `${path} is not as it was written`, {
    details: { path: escapeControls(path) },
  });
}

/**
 * Writes it in one step.
 * @throws CodedError `ERR_FILE`
 */
export async function writeEvidence(results: string, evidence: Evidence): Promise<void> {
  const stored: Stored = { format: FORMAT, sha256: digestOf(evidence), evidence };
  await writeOutput(join(results, FILE), `${JSON.stringify(stored, undefined, 2)}\n`, true);
}

/** A pipe would be waited for. */
async function textOf(path: string): Promise<string> {
  const stats = await stat(path);
  if (stats.isFile()) return readFile(path, 'utf8');
  throw Object.assign(new Error(`${path} is no file`), {
    code: stats.isDirectory() ? 'EISDIR' : 'ERR_NO_FILE',
  });
}

function storedIn(text: string): Stored | undefined {
  try {
    return (JSON.parse(text) as Stored | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** What was changed by hand is not read, whatever it has become. */
function isOurs({ format, sha256, evidence }: Stored): boolean {
  return format === FORMAT && sha256 === digestOf(evidence) && isEvidence(evidence);
}

function digestOf(evidence: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(evidence) ?? '')
    .digest('hex');
}
