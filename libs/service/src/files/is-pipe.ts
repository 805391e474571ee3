import { constants, type Stats } from 'node:fs';

/**
 * Whether what was asked for is a pipe. `isFIFO()` knows none on Windows, where the mode of one is the
 * same (nodejs/node#57603).
 */
export function isPipe({ mode }: Pick<Stats, 'mode'>): boolean {
  return (mode & constants.S_IFMT) === constants.S_IFIFO;
}
