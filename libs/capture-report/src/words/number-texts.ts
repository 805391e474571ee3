import type { Catalogue } from '@praktikum/protocol';

/** Numbers as a language writes them: `1.234,5` in Indonesian, `1,234.5` in English. */
export interface NumberTexts {
  /** @param decimals default: none */
  readonly number: (value: number, decimals?: number) => string;
  /** Nanoseconds as milliseconds, with as many decimals as are worth reading: `0,011 ms`. */
  readonly ms: (nanoseconds: number) => string;
  /** Nanoseconds as seconds with six decimals: `0,000123`. */
  readonly seconds: (nanoseconds: number) => string;
}

export const NUMBER_TEXTS: Catalogue<NumberTexts> = {
  id: numbersWith({ thousands: '.', decimals: ',' }),
  en: numbersWith({ thousands: ',', decimals: '.' }),
};

/**
 * Written here and not by `toLocaleString`: to load the rules of all languages takes a tenth of the time
 * in which a small capture is explained.
 */
function numbersWith(points: { readonly thousands: string; readonly decimals: string }) {
  const number = (value: number, decimals = 0) => {
    const [whole = '', fraction] = value.toFixed(decimals).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, points.thousands);
    return fraction === undefined ? grouped : grouped + points.decimals + fraction;
  };
  const ms = (nanoseconds: number) => {
    const value = nanoseconds / 1e6;
    return `${number(value, value < 10 ? 3 : value < 100 ? 1 : 0)} ms`;
  };
  const seconds = (nanoseconds: number) =>
    (nanoseconds / 1e9).toFixed(6).replace('.', points.decimals);
  return { number, ms, seconds };
}
