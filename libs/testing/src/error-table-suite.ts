import { describe, expect, it } from '@jest/globals';
import type { ErrorDetails } from '@praktikum/protocol';

interface Explanation {
  readonly message: string;
  readonly remedies: readonly string[];
}

type Say = (details: ErrorDetails) => Explanation;

/**
 * Every error of a table is explained in both languages, in sentences without a gap, with a remedy.
 * @param details with something for every detail that an explanation of the table names
 * @param withoutRemedy errors with which there is nothing to do
 */
export function describeErrorTable(
  errors: Readonly<Record<string, { readonly id: Say; readonly en: Say }>>,
  details: ErrorDetails,
  withoutRemedy: readonly string[] = [],
): void {
  describe('the table of errors', () => {
    it.each(Object.entries(errors))('explains %s in both languages', (code, { id, en }) => {
      for (const say of [id, en]) {
        const { message, remedies } = say(details);
        expect(message).toMatch(/^.{10,}[^ ]$/);
        expect(remedies.length > 0).toBe(!withoutRemedy.includes(code));
        expect([message, ...remedies].join()).not.toContain('undefined');
      }
      expect(id(details).message).not.toBe(en(details).message);
    });
  });
}
