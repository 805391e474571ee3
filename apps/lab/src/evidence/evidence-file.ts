import { join } from 'node:path';
import { CodedError, escapeControls } from '@praktikum/protocol';
import { writeOutput } from '@praktikum/service';
import type { Evidence } from './evidence.ts';
import { isEvidence } from './is-evidence.ts';
import { readRegularFile } from './read-regular-file.ts';
import { sha256Of } from './sha256-of.ts';

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
  const content = await readRegularFile(path);
  if (content === undefined) return undefined;
  const stored = storedIn(content.toString());
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
  return sha256Of(JSON.stringify(evidence) ?? '');
}
