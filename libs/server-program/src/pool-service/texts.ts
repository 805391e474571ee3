import type { Catalogue } from '@praktikum/service';
import { SERVER_TEXTS, type ServerTexts } from '../texts.ts';
import { WATCH_TEXTS, type WatchTexts } from '../watch/watch-texts.ts';
import { POOL_TEXTS, type PoolTexts } from './pool-texts.ts';

/** What every service with a pool says, beside what every server does. */
export interface PoolServiceTexts extends ServerTexts {
  readonly pool: PoolTexts;
  readonly watch: WatchTexts;
}

export const POOL_SERVICE_TEXTS: Catalogue<PoolServiceTexts> = {
  id: { ...SERVER_TEXTS.id, pool: POOL_TEXTS.id, watch: WATCH_TEXTS.id },
  en: { ...SERVER_TEXTS.en, pool: POOL_TEXTS.en, watch: WATCH_TEXTS.en },
};
