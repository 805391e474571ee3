import type { ConversationMode } from '@praktikum/protocol';
import type { LogOptions } from '@praktikum/service';

/** What the main thread tells every worker. */
export interface WorkerSettings {
  readonly mode: ConversationMode;
  readonly log: LogOptions;
}
