import { DEFAULT_CAPTURE_LIMITS } from '@praktikum/capture';

/** What `--stream` accepts: every number that a connection can have. */
export const STREAM = { min: 0, max: DEFAULT_CAPTURE_LIMITS.maxConversations - 1 };
