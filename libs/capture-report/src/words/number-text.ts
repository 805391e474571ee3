import type { Language } from '@praktikum/protocol';

/*
 * Written here and not by `toLocaleString`: to load the rules of all languages takes a tenth of the time
 * in which a small capture is explained.
 */
const POINTS: Readonly<Record<Language, { thousands: string; decimals: string }>> = {
  id: { thousands: '.', decimals: ',' },
  en: { thousands: ',', decimals: '.' },
};

/** A whole number as the language writes it: `1.234` in Indonesian, `1,234` in English. */
export function countText(value: number, language: Language): string {
  return decimalText(value, language, 0);
}

/** A number with decimals as the language writes it. */
export function decimalText(value: number, language: Language, decimals: number): string {
  const points = POINTS[language];
  const [whole = '', fraction] = value.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, points.thousands);
  return fraction === undefined ? grouped : grouped + points.decimals + fraction;
}

/** Nanoseconds as milliseconds, with as many decimals as are worth reading: `0,011 ms`. */
export function msText(nanoseconds: number, language: Language): string {
  const ms = nanoseconds / 1e6;
  const decimals = ms < 10 ? 3 : ms < 100 ? 1 : 0;
  return `${decimalText(ms, language, decimals)} ms`;
}

/** `frame 4`, or `frame 4, 7, 9 (+12)` when there are many: the same word in both languages. */
export function framesText(frames: readonly number[], most = 8): string {
  const rest = frames.length - most;
  const listed = frames.slice(0, most).join(', ');
  return rest > 0 ? `frame ${listed} (+${rest})` : `frame ${listed}`;
}
