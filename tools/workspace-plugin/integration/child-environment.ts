/** What Nx, Jest, git hooks and our own targets tell their children about the run they belong to. */
const ABOUT_THE_OUTER_RUN = /^(NX_|JEST_|GIT_|TALLY_|NODE_OPTIONS$|INIT_CWD$|CI$|FORCE_COLOR$)/i;

/** An environment in which an inner Nx, Jest or git finds its own workspace and not the outer one. */
export function childEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !ABOUT_THE_OUTER_RUN.test(name));
  return { ...Object.fromEntries(kept), NO_COLOR: '1' };
}
