import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { setTimeout } from 'node:timers';
import { isatty } from 'node:tty';
import { exitCodeOf } from './exit-code-of.mjs';

/**
 * Runs a program, on the terminal that it shares with it, and tells the executor its exit code: the
 * executor is at the other end of descriptor 3. Arguments: the program's file, and what it is given.
 */
const [file, ...args] = process.argv.slice(2);

/**
 * How long the program may take to end when the executor has been killed: as long as Nx gives its tasks.
 * @unit ms
 * @against a machine on which a program runs on that nobody can reach
 * @provenBy ../../integration/program-signals.spec.ts: when %s is sent to %s gets %j, and does not outlive Nx
 */
const GRACE_MS = Number(process.env.NX_PROCESS_KILL_GRACE_PERIOD ?? 5000);

/** How much later a signal that was sent to a whole group may be seen here, on a busy machine. */
const SIGNAL_DELAY_MS = 200;

/** Whether the program has been told to stop. */
let told = false;
// Nx does not know this process. What comes here was sent to all on the terminal: the program has it too.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (told = true));
// A server that has no terminal takes SIGHUP for "reload".
const onTerminal = isatty(0);
process.on('SIGHUP', () => (told ||= onTerminal));

const program = spawn(file, args, { stdio: 'inherit' });
const executor = new Socket({ fd: 3 });

function stop() {
  if (!told) program.kill('SIGTERM');
  told = true;
}

// Not at once: a signal that was sent to all may reach this process after the word of the executor.
executor.on('data', () => setTimeout(stop, SIGNAL_DELAY_MS));
executor.on('error', () => undefined); // it was killed, which is also a close
executor.on('close', () => {
  if (told) return program.kill('SIGKILL'); // Nx has waited for it and given up
  stop();
  setTimeout(() => program.kill('SIGKILL'), GRACE_MS).unref();
});

executor.end(String(await exitCodeOf(program)));
