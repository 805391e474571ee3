import type { Catalogue, Language } from '@praktikum/protocol';
import { LABEL_TEXTS, type LabelTexts } from './label-texts.ts';
import { NUMBER_TEXTS, type NumberTexts } from './number-texts.ts';
import { STORY_LABELS } from './story-labels.ts';
import { TERMS, type Terms } from './terms.ts';

/** What the terminal and the page of a report say alike. */
export interface ReportTexts extends NumberTexts {
  /** The language of these texts, for the attribute of HTML and SVG that names it. */
  readonly lang: Language;
  readonly terms: Terms;
  readonly labels: LabelTexts;
}

export const REPORT_TEXTS: Catalogue<ReportTexts> = {
  id: {
    ...NUMBER_TEXTS.id,
    lang: 'id',
    terms: TERMS.id,
    labels: { ...LABEL_TEXTS.id, ...STORY_LABELS.id },
  },
  en: {
    ...NUMBER_TEXTS.en,
    lang: 'en',
    terms: TERMS.en,
    labels: { ...LABEL_TEXTS.en, ...STORY_LABELS.en },
  },
};
