import type { Catalogue } from '@praktikum/service';
import type { QuestionTexts } from './question-texts.ts';
import { EN } from './texts-en.ts';
import { ID } from './texts-id.ts';

export const QUESTION_TEXTS: Catalogue<QuestionTexts> = { id: ID, en: EN };
