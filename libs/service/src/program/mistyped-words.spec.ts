import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';

const RUN_PROGRAM = new URL('./run-program.ts', import.meta.url).href;

/** Runs a program with the command `swarm`, and `[host]` behind none: the first remedies it names. */
function run(args: string[], env: Record<string, string> = {}) {
  const program = `
    import { runProgram } from '${RUN_PROGRAM}';
    import { CodedError } from '@praktikum/protocol';
    const unknown = ({ host }) => { throw new CodedError('ENOTFOUND', '', { details: { host } }); };
    await runProgram({
      name: 'uji',
      errors: { exitCodes: {}, errors: { ENOTFOUND: {
        exitCode: 8,
        id: () => ({ message: 'tidak dikenal', remedies: [] }),
        en: () => ({ message: 'unknown', remedies: [] }),
      } } },
      define: (command) => {
        command.argument('[host]').option('--timeout <time>').enablePositionalOptions();
        command.action((host) => unknown({ host }));
        command.command('swarm').option('--clients <n>').action(() => undefined);
      },
    }, ${JSON.stringify(args)});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...env },
  });
  return { status, stderr };
}

it.each([
  [['swram'], 8],
  [['swrm', '--clients', '20'], 2],
  [['swarn', 'localhost', '12345'], 2],
])('names the command that %j may have meant', (args, exitCode) => {
  const { status, stderr } = run(args);
  expect(stderr).toContain('What you can do:\n  - Did you mean the command uji swarm?\n');
  expect(status).toBe(exitCode);
});

it.each([[['example.org']], [['--clinets']], [[]]])('guesses nothing of %j', (args) => {
  expect(run(args).stderr).not.toContain('Did you mean the command');
});

it.each([
  [['--timeuot', '5s'], '--timeout'],
  [['swarm', '--client', '5'], '--clients'],
])('names the option that %j may have meant', (args, option) => {
  const { status, stderr } = run(args);
  expect(stderr).toContain(`Did you mean ${option}?`);
  expect(status).toBe(2);
});

it('answers a language that it does not know in the language of the system', () => {
  expect(run(['--lang', 'xx']).stderr).toContain('The value "xx" of --lang cannot be used.');
  const indonesian = run(['--lang', 'xx'], { LC_ALL: 'id_ID.UTF-8' });
  expect(indonesian.stderr).toContain('Nilai "xx" untuk --lang tidak dapat dipakai.');
});

it('shows no stack for what was typed wrong', () => {
  const { stderr } = run(['--nothing', '--log-level', 'debug']);
  expect(stderr).not.toContain('    at ');
});
