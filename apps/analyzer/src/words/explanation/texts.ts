import type { Catalogue } from '@praktikum/service';
import type { ExplanationTexts } from './explanation-texts.ts';
import { EN } from './texts-en.ts';
import { ID } from './texts-id.ts';

export const EXPLANATION_TEXTS: Catalogue<ExplanationTexts> = { id: ID, en: EN };
