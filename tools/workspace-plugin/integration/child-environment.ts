/** What Nx, Jest, git hooks and our own targets tell their children about the run they belong to. */
const ABOUT_THE_OUTER_RUN = /^(NX_|JEST_|GIT_|TALLY_|NODE_OPTIONS$|INIT_CWD$|CI$|FORCE_COLOR$)/i;

/** npm 9 copies what a `file:` dependency names, where npm before and after it makes a link. */
const LINKS = { npm_config_install_links: 'false' };

/** An environment in which an inner Nx, Jest or git finds its own workspace and not the outer one. */
export function childEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !ABOUT_THE_OUTER_RUN.test(name));
  return { ...Object.fromEntries(kept), ...LINKS, NO_COLOR: '1' };
}
