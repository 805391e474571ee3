import { describe, expect, it } from '@jest/globals';
import { readAnswers } from './read-answers.ts';
import { answerSheet } from './answer-sheet.ts';
import { QUESTIONS } from './questions.ts';

const EVIDENCE = { machine: {} as never, experiments: [] };

/** What stands in the answer to the first question. */
const answer = (text: string) =>
  readAnswers(`## Tujuan Praktikum\n\n${text}`, 'jawaban.md').get('goals');

describe('answers', () => {
  it.each(['id', 'en'] as const)(
    'are none in a new sheet (%s), which has every question',
    (language) => {
      const sheet = answerSheet(EVIDENCE, language);
      for (const { heading } of QUESTIONS) expect(sheet).toContain(`## ${heading[language]}`);
      expect(readAnswers(sheet, 'jawaban.md').size).toBe(0);
    },
  );

  it('belong to the heading above them, however it is retyped', () => {
    const answers = readAnswers(
      '# mengapa perlu menggunakan multi threading pada server\n\nx',
      'j',
    );
    expect([...answers.keys()]).toEqual(['threads']);
  });

  it('keep marks, lists, code and quotations', () => {
    expect(answer('a **b** *c* `d`\n\n- e\n- f\n\n```\ng\n```\n\n> h')).toEqual([
      {
        kind: 'paragraph',
        text: [
          'a ',
          { text: 'b', mark: 'bold' },
          ' ',
          { text: 'c', mark: 'italic' },
          ' ',
          { text: 'd', mark: 'code' },
        ],
      },
      { kind: 'list', ordered: false, items: [['e'], ['f']] },
      { kind: 'code', text: 'g' },
      { kind: 'paragraph', text: ['h'] },
    ]);
  });

  it.each([
    ['&, < and >', 'a & b < c > d', ['a & b < c > d']],
    ['an escaped mark', String.raw`\*a\*`, ['*', 'a', '*']],
    ['a link', '[a](http://b.example)', ['a (http://b.example)']],
    ['an address', '<http://b.example>', ['http://b.example']],
    ['a picture', '![a](b.png)', ['![a](b.png)']],
    ['HTML', 'a <b onclick="x">c</b>', ['a ', '<b onclick="x">', 'c', '</b>']],
    ['a comment in a line', 'a <!-- x --> b', ['a ', '', ' b']],
    ['crossed out text', '~~a~~', ['~~a~~']],
  ])('show %s as text', (_what, text, inlines) => {
    expect(answer(text)).toEqual([{ kind: 'paragraph', text: inlines }]);
  });

  it.each([['<!-- a -->'], ['---'], ['   \n\n'], ['[a]: http://b.example']])(
    'are missing where there is only %j',
    (text) => {
      expect(answer(text)).toBeUndefined();
    },
  );

  it('take a table as it was typed', () => {
    expect(answer('| a | b |\n|---|---|\n| 1 | 2 |')).toEqual([
      { kind: 'code', text: '| a | b |\n|---|---|\n| 1 | 2 |' },
    ]);
  });

  it('lead a heading inside them on as a bold line', () => {
    expect(answer('### Bagian\n\nx')?.[0]).toEqual({
      kind: 'paragraph',
      text: [{ text: 'Bagian', mark: 'bold' }],
    });
  });
});
