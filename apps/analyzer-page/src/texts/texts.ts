import type { Catalogue } from '@praktikum/protocol';
import type { PageTexts } from './page-texts.ts';
import { EN } from './texts-en.ts';
import { ID } from './texts-id.ts';

export const PAGE_TEXTS: Catalogue<PageTexts> = { id: ID, en: EN };
