import { describe, expect, it } from '@jest/globals';
import type { Block } from '@praktikum/document';
import { codeOf } from '@praktikum/protocol';
import { AnswerPictures } from './answer-pictures.ts';
import { answerTokens, readAnswers } from './read-answers.ts';
import { answerSheet } from './answer-sheet.ts';
import { unknownReferences, withReferences } from './with-references.ts';
import { QUESTIONS } from './questions.ts';

const EVIDENCE = { machine: {} as never, experiments: [] };

const PNG = Uint8Array.of(1);
const PICTURES = new Map([
  ['a.png', PNG],
  ['b.png', PNG],
]);
const read = (markdown: string) =>
  readAnswers(
    answerTokens(markdown, 'jawaban.md'),
    'jawaban.md',
    new AnswerPictures(PICTURES, 'en'),
  );

/** What stands in the answer to the first question. */
const answer = (text: string) => read(`## Tujuan Praktikum\n\n${text}`).get('goals');

describe('answers', () => {
  it.each(['id', 'en'] as const)(
    'are none in a new sheet (%s), which has every question',
    (language) => {
      const sheet = answerSheet(EVIDENCE, language);
      for (const { heading } of QUESTIONS) expect(sheet).toContain(`## ${heading[language]}`);
      expect(read(sheet).size).toBe(0);
    },
  );

  it('belong to the heading above them, however it is retyped', () => {
    const answers = read('# mengapa perlu menggunakan multi threading pada server\n\nx');
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
      { kind: 'quote', paragraphs: [['h']] },
    ]);
  });

  it.each([
    ['&, < and >', 'a & b < c > d', ['a & b < c > d']],
    ['an escaped mark', String.raw`\*a\*`, ['*', 'a', '*']],
    ['a link', '[a](http://b.example)', ['a', ' (http://b.example)']],
    ['an address', '<http://b.example>', ['http://b.example']],
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
        numeric: [],
      },
    ]);
  });

  it('set columns of a table to the right that say so', () => {
    expect(answer('| a | b |\n|---|--:|\n| 1 | 2 |')).toEqual([
      expect.objectContaining({ numeric: [1] }),
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
      read(nested);
    } catch (error) {
      code = codeOf(error);
    }
    expect(code).toBe('ERR_ANSWERS_NESTED');
  });

  const figure = (id: string, caption: string) => ({
    ...{ kind: 'figure', id, png: PNG, alt: caption, caption },
  });

  it.each([
    ['alone', '![Jabat tangan](a.png)', [figure('picture-1', 'Jabat tangan')]],
    ['without words', '![](a.png)', [figure('picture-1', 'a.png')]],
    [
      'in a line of text',
      'Lihat ![A](a.png "Tangga").',
      [
        { kind: 'paragraph', text: ['Lihat ', { referTo: 'picture-1' }, '.'] },
        { ...figure('picture-1', 'A'), caption: 'Tangga' },
      ],
    ],
    [
      'in a list, and again',
      '1. x ![A](a.png)\n2. ![B](b.png)\n\n![A](a.png)',
      [
        {
          ...{ kind: 'list', ordered: true },
          items: [['x ', { referTo: 'picture-1' }], [{ referTo: 'picture-2' }]],
        },
        figure('picture-1', 'A'),
        figure('picture-2', 'B'),
        { kind: 'paragraph', text: [{ referTo: 'picture-1' }] },
      ],
    ],
    [
      'in marks, a heading and a link',
      '**a ![A](a.png) b**\n\n### c ![B](b.png)\n\n[![A](a.png)](http://c.example)',
      [
        {
          kind: 'paragraph',
          text: [
            { text: 'a ', mark: 'bold' },
            { referTo: 'picture-1' },
            { text: ' b', mark: 'bold' },
          ],
        },
        figure('picture-1', 'A'),
        { kind: 'paragraph', text: [{ text: 'c ', mark: 'bold' }, { referTo: 'picture-2' }] },
        figure('picture-2', 'B'),
        { kind: 'paragraph', text: [{ referTo: 'picture-1' }, ' (http://c.example)'] },
      ],
    ],
    ['in a quotation', '> ![A](a.png)', [figure('picture-1', 'A')]],
    [
      'that is not there',
      'x ![A](/etc/passwd)',
      [
        { kind: 'paragraph', text: ['x ', '![A](/etc/passwd)'] },
        { kind: 'gap', text: expect.stringContaining('NO PICTURE: /etc/passwd is') },
      ],
    ],
  ])('show a picture %s', (_, text, blocks) => {
    expect(answer(text)).toEqual(blocks);
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

  it('are asked about names that no exhibit has', () => {
    const exhibits = [{ id: 'ladder' }];
    const experiments = [{ folder: '1-x', exhibits }] as never;
    const text = '[[1-x-ladder]] [[1-x-leader]]\n\n> [[9-none]]\n\n- `[[2-x]]` [[ -f x ]] [[apa]]';
    expect(unknownReferences(answer(text) ?? [], { experiments })).toEqual([
      '1-x-leader',
      '9-none',
    ]);
  });

  it('lead a heading inside them on as a bold line', () => {
    expect(answer('### Bagian\n\nx')?.[0]).toEqual({
      kind: 'paragraph',
      text: [{ text: 'Bagian', mark: 'bold' }],
    });
  });
});
