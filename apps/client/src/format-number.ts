import type { Language } from '@praktikum/service';

/** A number as the language writes it: `1.234,5` in Indonesian, `1,234.5` in English. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  return value.toLocaleString(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** Milliseconds with as many decimals as are worth reading: `0,42`, `12,3`, `1.234`. */
export function formatMs(ms: number, language: Language): string {
  const decimals = ms < 10 ? 2 : ms < 100 ? 1 : 0;
  return formatNumber(ms, language, decimals);
}
