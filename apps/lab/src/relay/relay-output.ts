import { PatientOutput } from '@praktikum/service';

/** Lines are written together: so many bytes, or after so many milliseconds. */
const GATHERED = { bytes: 2048, ms: 50 };

/** Standard output of a relay, which never waits for whoever reads it. */
export class RelayOutput {
  readonly #patient = new PatientOutput(1, GATHERED);
  #linesLost = 0;

  constructor() {
    this.#patient.on('drop', () => (this.#linesLost += 1));
    // A reader who has left, and a full disk, end the program as they end every other one.
    this.#patient.on('error', (error) => process.stdout.destroy(error as Error));
  }

  /** Lines that nobody has read in time. */
  get linesLost(): number {
    return this.#linesLost;
  }

  write(lines: readonly string[]): void {
    for (const line of lines) this.#patient.write(`${line}\n`);
  }
}
