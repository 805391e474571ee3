/** A version of Node.js, major and minor. */
export type NodeVersion = readonly [major: number, minor: number];

/**
 * The first on their release lines that can move an accepted socket to a worker thread
 * (`worker.postMessage({ socket }, [socket])`); the last one stands for all lines after it too.
 */
export const NODE_THAT_MOVES_SOCKETS: readonly NodeVersion[] = [
  [24, 20],
  [26, 6],
];

/**
 * Nothing here is newer than Node 14: it is asked before anything else runs.
 * @param version `26.10.0`
 * @param least the oldest one of each release line, and of the lines after the last
 */
export function isNodeAtLeast(version: string, least: readonly NodeVersion[]): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [newest = 0] = least[least.length - 1] || [];
  return (
    major > newest ||
    least.some(([leastMajor, leastMinor]) => major === leastMajor && minor >= leastMinor)
  );
}
