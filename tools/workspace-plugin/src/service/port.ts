const HIGHEST_PORT = 65_535;

/** Refuses a default port that no server could listen on. */
export function checkPort(port: number): void {
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT) {
    throw new Error(
      `--port=${port} is no TCP port: choose a whole number from 1 to ${HIGHEST_PORT}, for example --port=7900.`,
    );
  }
}
