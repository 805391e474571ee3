import type { Catalogue } from '@praktikum/service';

/** Numbers as a language writes them: `1.234,5` in Indonesian, `1,234.5` in English. */
export interface NumberTexts {
  /** @param decimals default: none */
  readonly number: (value: number, decimals?: number) => string;
  /** Milliseconds with as many decimals as are worth reading: `0,42`, `12,3`, `1.234`. */
  readonly ms: (ms: number) => string;
}

export const NUMBER_TEXTS: Catalogue<NumberTexts> = { id: numbersIn('id'), en: numbersIn('en') };

function numbersIn(locale: string): NumberTexts {
  const number = (value: number, decimals = 0) =>
    value.toLocaleString(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  return { number, ms: (ms) => number(ms, ms < 10 ? 2 : ms < 100 ? 1 : 0) };
}
