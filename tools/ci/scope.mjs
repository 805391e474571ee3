import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Prints for which projects an event of GitHub asks, as an output of a step: `nx=run-many`, all of them,
 * or `nx=affected --base=… --head=…`. A pull request, or a branch, is compared with where it has left the
 * branch that it is for, and never with the commit before the push: that one is all zeros for a new branch,
 * gone after a forced push, and may have failed.
 */
const { GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, GITHUB_REF } = process.env;
const event = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8'));
const base = forkPoint(targetBranch());
console.log(
  `nx=${base ? `affected --base=${base} --head=${git('rev-parse', 'HEAD')}` : 'run-many'}`,
);

/** The branch that the checked out commit is for; undefined where it is for none, as on main. */
function targetBranch() {
  const main = event.repository.default_branch;
  if (GITHUB_EVENT_NAME === 'pull_request') return event.pull_request.base.ref;
  return GITHUB_EVENT_NAME === 'push' && GITHUB_REF !== `refs/heads/${main}` ? main : undefined;
}

/** The last commit that HEAD has in common with a branch; undefined where there is none. */
function forkPoint(branch) {
  try {
    return branch && git('merge-base', `origin/${branch}`, 'HEAD');
  } catch {
    return undefined;
  }
}

function git(...args) {
  return execFileSync('git', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}
