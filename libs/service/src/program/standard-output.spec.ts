import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';

const RUN_PROGRAM = new URL('./run-program.ts', import.meta.url).href;

/** Runs a program whose writing fails with what a system says: those of other systems too. */
function run(code: string, ...args: string[]) {
  const program = `
    import { runProgram } from '${RUN_PROGRAM}';
    const fail = () => {
      process.stdout.emit('error', Object.assign(new Error('write'), { code: '${code}' }));
    };
    process.stdout.write = (text) => process.nextTick(fail);
    const action = () => {
      process.stdout.write('x');
      setTimeout(() => process.exit(99), 3_600_000); // what it waits for
    };
    await runProgram(
      { name: 'uji', define: (command) => command.action(action) },
      ${JSON.stringify([...args, '--lang', 'en'])},
    );`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  return { status, stderr };
}

it.each(['EPIPE', 'EOF', 'ECONNRESET'])(
  'ends a program at once when its reader has left: %s',
  (code) => {
    expect(run(code)).toEqual({
      status: 20,
      stderr:
        'Error: The result is cut: the reader of the output left before all was written. ' +
        '(ERR_STDOUT_CUT, exit status 20)\n',
    });
  },
);

it.each(['EPIPE', 'EOF'])('lets the reader of a help text leave: %s', (code) => {
  expect(run(code, '--help')).toEqual({ status: 0, stderr: '' });
});

it.each([[[]], [['--help']]])('tells of other failures: %j', (args) => {
  const { status, stderr } = run('ENOSPC', ...args);
  expect([status, stderr]).toEqual([14, expect.stringContaining('(the disk is full)')]);
});
