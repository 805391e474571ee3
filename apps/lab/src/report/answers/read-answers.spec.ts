import { describe, expect, it } from '@jest/globals';
import type { Block } from '@praktikum/document';
import { codeOf } from '@praktikum/protocol';
import { readAnswers } from './read-answers.ts';
import { answerSheet } from './answer-sheet.ts';
import { withReferences } from './with-references.ts';
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

  it('take a table as one', () => {
    expect(answer('| a | b |\n|---|---|\n| 1 | **2** |')).toEqual([
      {
        ...{ kind: 'table', caption: '', header: [['a'], ['b']] },
        rows: [[['1'], [{ text: '2', mark: 'bold' }]]],
      },
    ]);
  });

  it('show a list in a list below its item', () => {
    expect(answer('1. a\n   - b\n     - c\n2. d')).toEqual([
      {
        ...{ kind: 'list', ordered: true },
        items: [['a', '\n\u2003– ', 'b', '\n\u2003\u2003– ', 'c'], ['d']],
      },
    ]);
  });

  it('keep marks in marks as one', () => {
    expect(answer('**a *b* `c`**')).toEqual([
      { kind: 'paragraph', text: [{ text: 'a b c', mark: 'bold' }] },
    ]);
  });

  it('take a line above dashes for a line', () => {
    expect(answer('Baris saya\n---')?.[0]).toEqual({
      kind: 'paragraph',
      text: [{ text: 'Baris saya', mark: 'bold' }],
    });
  });

  it('refuse what is nested without end', () => {
    const nested = `## Tujuan Praktikum\n\n${'> '.repeat(20_000)}x`;
    let code: unknown;
    try {
      readAnswers(nested, 'jawaban.md');
    } catch (error) {
      code = codeOf(error);
    }
    expect(code).toBe('ERR_ANSWERS_NESTED');
  });

  it('refer to figures and tables by their names', () => {
    const figure = { kind: 'figure', svg: '', alt: '', caption: '' } as const;
    const shown = new Map<string, Block>([
      ['1-x-ladder', figure],
      ['1-x-lost', { kind: 'gap', text: '' }],
    ]);
    const text = 'lihat [[1-x-ladder]], [[1-x-lost]] dan [[apa]]';
    expect(withReferences(answer(text) ?? [], shown)).toEqual([
      {
        kind: 'paragraph',
        text: ['lihat ', { referTo: '1-x-ladder' }, ', ', '[[1-x-lost]]', ' dan ', '[[apa]]'],
      },
    ]);
  });

  it('lead a heading inside them on as a bold line', () => {
    expect(answer('### Bagian\n\nx')?.[0]).toEqual({
      kind: 'paragraph',
      text: [{ text: 'Bagian', mark: 'bold' }],
    });
  });
});
