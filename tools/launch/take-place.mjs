/**
 * Runs a program in the place of this process: on its terminal and pipes, with every argument as it is.
 * Where the system and Node can (POSIX, from 22.15), the process itself becomes the program
 * (https://nodejs.org/api/process.html#processexecvefile-args-env).
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code, as a shell says it
 */
export async function takePlace(file, args) {
  if (process.execve !== undefined && process.platform !== 'win32') {
    process.execve(file, [file, ...args], process.env);
  }
  const { runBeside } = await import('./run-beside.mjs');
  return runBeside(file, args);
}
