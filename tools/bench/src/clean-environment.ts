/** What belongs to the runner of the bench or of a test is kept from the programs that it starts. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_OPTIONS|NX_|TALLY_|JEST_|FORCE_COLOR)/.test(name),
  );
  return Object.fromEntries(own);
}
