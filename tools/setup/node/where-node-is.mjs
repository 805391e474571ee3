/**
 * Whether this Node is built for musl, as on Alpine. The Node of the registry and of nodejs.org is for
 * glibc and cannot start there.
 */
export function isForMusl() {
  if (process.platform !== 'linux') return false;
  return process.report.getReport().header.glibcVersionRuntime === undefined;
}

/** Where a newer Node for this system is to be had. */
export function whereNodeIs() {
  return isForMusl() ? 'apk add nodejs-current npm (Alpine)' : 'https://nodejs.org';
}
