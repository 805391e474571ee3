import { LANGUAGES, type Catalogue, type Language } from '@praktikum/protocol';

/** One text in every language: what is recorded once and read in either. */
export type Words = Catalogue<string>;

/** The same thing said in every language. */
export function inBoth<T>(
  catalogue: Catalogue<T>,
  say: (texts: T, language: Language) => string,
): Words {
  return forEach((language) => say(catalogue[language], language));
}

/** Something for every language. */
export function forEach<T>(make: (language: Language) => T): Catalogue<T> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<
    Language,
    T
  >;
}
