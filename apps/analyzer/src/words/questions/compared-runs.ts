/** What to run, and to capture, where a capture holds only half of a comparison. */
export const COMPARED_RUNS = {
  udp: ['node praktikum simple-server --udp', 'node praktikum client --udp --count 10'],
  tcp: ['node praktikum simple-server', 'node praktikum client'],
  threads: [
    'node praktikum simple-server',
    'node praktikum threaded-server',
    'node praktikum client swarm --clients 5',
  ],
} as const;

/** Command lines among paragraphs. */
export function commandLines(commands: readonly string[]): string[] {
  return commands.map((command) => `    ${command}`);
}
