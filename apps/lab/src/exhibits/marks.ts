/** How a step stands, in one sign. */
export const MARKS = {
  done: '✓',
  partly: '!',
  impossible: '-',
  failed: '✗',
  changed: '✗',
} as const;
