import { expect, it } from '@jest/globals';
import { joinMissing } from './join-missing.ts';

const both = (text: string) => ({ id: `${text} (id)`, en: `${text} (en)` });
const missing = (what: string, why: string) => ({
  ...{ what: both(what), why: both(why), remedies: [both('ask')] },
});

it('tells together what is missing for the same reason', () => {
  const all = [
    missing('one', 'not allowed'),
    missing('two', 'gone'),
    missing('three', 'not allowed'),
  ];
  expect(joinMissing(all)).toEqual([
    {
      ...missing('', 'not allowed'),
      what: { id: 'one (id), three (id)', en: 'one (en), three (en)' },
    },
    missing('two', 'gone'),
  ]);
});
