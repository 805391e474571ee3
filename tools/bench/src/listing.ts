interface Listed {
  readonly name: string;
  readonly what: string;
}

/** The cases and the peers that may be chosen, a line each, as `--list` prints them. */
export function listing(cases: readonly Listed[], peers: readonly Listed[]): string {
  const rows = (title: string, things: readonly Listed[]) => [
    title,
    ...things.map(({ name, what }) => `  ${name.padEnd(26)}${what}`),
  ];
  return `${[...rows('cases', cases), '', ...rows('peers', peers)].join('\n')}\n`;
}
