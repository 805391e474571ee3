import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from './child-environment.ts';
import { git } from './git.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', 'ci', 'scope.mjs');
const NEVER = '0'.repeat(40);

/** A folder with the repository of GitHub, `origin`, and what its runner checks out, `runner`. */
let folder: string;
let origin: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ci-scope-'));
  origin = join(folder, 'origin');
  git(folder, 'init', '--quiet', '--initial-branch=main', origin);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Adds files to the branch that is checked out, a commit for each, and returns the last one. */
function commit(...files: string[]): string {
  for (const file of files) {
    writeFileSync(join(origin, file), file);
    git(origin, 'add', '--all');
    git(origin, 'commit', '--quiet', '--message', file);
  }
  return git(origin, 'rev-parse', 'HEAD').trim();
}

interface Event {
  readonly name: string;
  /** The branch, or the merge of a pull request, that is checked out. */
  readonly ref: string;
  readonly payload?: object;
}

/** What the script says for an event, in a checkout as actions/checkout makes it, and what that covers. */
function scopeOf({ name, ref, payload = {} }: Event): { nx: string; files?: string[] } {
  const runner = join(folder, 'runner');
  // By a protocol, because git copies a folder with all that nothing refers to any more.
  git(folder, 'clone', '--quiet', '--no-checkout', `file://${origin}`, runner);
  git(runner, 'fetch', '--quiet', 'origin', ref);
  git(runner, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
  const path = join(folder, 'event.json');
  writeFileSync(path, JSON.stringify({ repository: { default_branch: 'main' }, ...payload }));
  const github = { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path, GITHUB_REF: ref };
  const env = { ...childEnvironment(), ...github };
  const printed = execFileSync(process.execPath, [SCRIPT], { cwd: runner, env, encoding: 'utf8' });
  const [, nx = '', base, head] = /^nx=(\S+)(?: --base=(\w+) --head=(\w+))?\n$/.exec(printed) ?? [];
  if (base === undefined || head === undefined) return { nx };
  const files = git(runner, 'diff', '--name-only', base, head).trim().split('\n');
  return { nx, files };
}

const push = (branch: string, before: string): Event => ({
  name: 'push',
  ref: `refs/heads/${branch}`,
  payload: { before },
});

/** The event of a pull request for main, made from the branch `topic` when main was at `base`. */
function pullRequest(base: string): Event {
  git(origin, 'checkout', '--quiet', '--detach', 'main');
  git(origin, 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'topic');
  git(origin, 'update-ref', 'refs/pull/7/merge', 'HEAD');
  const payload = { pull_request: { base: { sha: base, ref: 'main' } } };
  return { name: 'pull_request', ref: 'refs/pull/7/merge', payload };
}

const EVERYTHING = { nx: 'run-many' };

it('takes of a pull request all its commits, and nothing of main', () => {
  const base = commit('a', 'b');
  git(origin, 'checkout', '--quiet', '-b', 'topic', 'HEAD~1');
  commit('mine-1', 'mine-2');
  expect(scopeOf(pullRequest(base))).toEqual({ nx: 'affected', files: ['mine-1', 'mine-2'] });
});

it('takes of a pull request nothing that has come to main since it was made', () => {
  const base = commit('a');
  git(origin, 'checkout', '--quiet', '-b', 'topic');
  commit('mine');
  git(origin, 'checkout', '--quiet', 'main');
  commit('theirs');
  const event = pullRequest(base);
  git(origin, 'checkout', '--quiet', 'main');
  commit('later');
  expect(scopeOf(event)).toEqual({ nx: 'affected', files: ['mine'] });
});

it('takes of a pull request all its commits when main has been rewritten', () => {
  commit('a');
  git(origin, 'checkout', '--quiet', '-b', 'topic');
  commit('mine');
  git(origin, 'checkout', '--quiet', 'main');
  const lost = commit('lost');
  git(origin, 'reset', '--quiet', '--hard', 'HEAD~1');
  expect(scopeOf(pullRequest(lost))).toEqual({ nx: 'affected', files: ['mine'] });
});

it('checks everything for a pull request whose branch is not there any more', () => {
  const base = commit('a');
  git(origin, 'checkout', '--quiet', '-b', 'topic');
  commit('mine');
  const event = pullRequest(base);
  git(origin, 'branch', '--quiet', '--move', 'main', 'trunk');
  expect(scopeOf(event)).toEqual(EVERYTHING);
});

it('checks everything on main', () => {
  const before = commit('a');
  commit('b');
  expect(scopeOf(push('main', before))).toEqual(EVERYTHING);
});

it('checks everything on the first push of a repository', () => {
  commit('a');
  expect(scopeOf(push('main', NEVER))).toEqual(EVERYTHING);
});

it.each([
  ['the first push', () => NEVER],
  ['a forced push, whose earlier commits are gone', () => commit('lost')],
])('takes all commits of a branch on %s', (_what, makeBefore) => {
  commit('a');
  git(origin, 'checkout', '--quiet', '-b', 'topic');
  const fork = git(origin, 'rev-parse', 'HEAD').trim();
  const before = makeBefore();
  git(origin, 'reset', '--quiet', '--hard', fork);
  commit('mine-1', 'mine-2');
  git(origin, 'checkout', '--quiet', 'main');
  commit('theirs');
  const scope = scopeOf(push('topic', before));
  expect(scope).toEqual({ nx: 'affected', files: ['mine-1', 'mine-2'] });
});

it('takes all commits of a branch on its second push too: the first may have failed', () => {
  commit('a');
  git(origin, 'checkout', '--quiet', '-b', 'topic');
  const before = commit('mine-1');
  commit('mine-2');
  expect(scopeOf(push('topic', before)).files).toEqual(['mine-1', 'mine-2']);
});

it('checks everything on a branch where there is no main', () => {
  git(origin, 'checkout', '--quiet', '-b', 'topic');
  commit('a');
  expect(scopeOf(push('topic', NEVER))).toEqual(EVERYTHING);
});

it('checks everything on a branch that never was on main', () => {
  commit('a');
  git(origin, 'checkout', '--quiet', '--orphan', 'topic');
  commit('b');
  expect(scopeOf(push('topic', NEVER))).toEqual(EVERYTHING);
});

it.each(['schedule', 'workflow_dispatch'])('checks everything when asked by %s', (name) => {
  commit('a');
  expect(scopeOf({ name, ref: 'refs/heads/main' })).toEqual(EVERYTHING);
});
