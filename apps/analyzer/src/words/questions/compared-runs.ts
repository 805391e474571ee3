/** What to run, and to capture, where a capture holds only half of a comparison. */
export const COMPARED_RUNS = {
  udp: ['npx nx serve simple-server -- --udp', 'npx nx run client:start -- --udp --count 10'],
  tcp: ['npx nx serve simple-server', 'npx nx run client:start'],
  threads: [
    'npx nx serve simple-server',
    'npx nx serve threaded-server',
    'npx nx run client:start -- swarm --clients 5',
  ],
} as const;

/** Command lines among paragraphs. */
export function commandLines(commands: readonly string[]): string[] {
  return commands.map((command) => `    ${command}`);
}
