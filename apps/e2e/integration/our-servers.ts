import { REPLY_PREFIX } from '@praktikum/protocol';

/** Both servers of the guide, by their Nx project, and what they put before an answer. */
export const OUR_SERVERS = [
  { app: 'simple-server', prefix: '' },
  { app: 'threaded-server', prefix: REPLY_PREFIX },
] as const;
