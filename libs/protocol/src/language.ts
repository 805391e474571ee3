/** The languages that programs speak; a text is to exist in each of them. */
export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text, or one set of texts, in every language; one that is missing does not compile. */
export type Catalogue<T> = Readonly<Record<Language, T>>;
