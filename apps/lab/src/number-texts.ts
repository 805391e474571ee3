import type { Catalogue } from '@praktikum/service';

/** How numbers are written. */
export interface NumberTexts {
  /** Exactly so many decimals. */
  readonly decimals: (value: number, digits: number) => string;
  /** A time with its unit: `0,025 ms`, `12 ms`. */
  readonly milliseconds: (value: number) => string;
  readonly count: (value: number) => string;
  /** `10%` */
  readonly percent: (share: number) => string;
}

export const NUMBER_TEXTS: Catalogue<NumberTexts> = {
  id: numbersIn('id-ID'),
  en: numbersIn('en-GB'),
};

function numbersIn(locale: string): NumberTexts {
  const precise = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return {
    decimals: (value, digits) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(value),
    milliseconds: (value) => `${(value < 100 ? precise : whole).format(value)} ms`,
    count: (value) => whole.format(value),
    percent: (share) => percent.format(share),
  };
}
