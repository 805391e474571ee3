/**
 * JSON for other programs, every number in it with at most three decimals: times in milliseconds are as exact as
 * a microsecond, and no line ends with `0.30000000000000004`.
 * @param indent spaces for each level; default: all on one line
 */
export function roundedJson(document: object, indent?: number): string {
  const rounded = (_name: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
  return JSON.stringify(document, rounded, indent);
}
