import { PatientOutput } from './patient-output.ts';

let patient: PatientOutput | undefined;

/**
 * From now on neither what is said on standard error waits for whoever reads it, nor the end of the
 * program.
 */
export function neverWaitForReaders(): void {
  patient ??= new PatientOutput(2);
}

/** Whether the end of the program may wait for whoever reads what it says. */
export function waitsForReaders(): boolean {
  return patient === undefined;
}

export function writeError(text: string): void {
  (patient ?? process.stderr).write(text);
}
