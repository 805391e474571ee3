import type { Language } from '@praktikum/protocol';

/** The languages of the page, each by its own name. */
export const LANGUAGES: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'id', name: 'Indonesia' },
  { language: 'en', name: 'English' },
];
