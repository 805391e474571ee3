/**
 * The modules of a README, by the name in their first line.
 * `// server.mjs` in a `js` block is the file it is to be saved as.
 */
export function readmeModules(readme: string): ReadonlyMap<string, string> {
  const blocks = [...readme.matchAll(/^```js\n\/\/ (\S+\.mjs)\n([^]*?)^```$/gm)];
  return new Map(blocks.map(([, name = '', source = '']) => [name, source]));
}
