import { expect, it } from '@jest/globals';
import { LANGUAGES } from '@praktikum/protocol';
import { describeWith } from '@praktikum/testing';
import { HASH, plainPicture, sampleDocument } from '../fixtures/sample-document.ts';
import { smallDocument } from '../fixtures/small-document.ts';
import { type Block, pdfDocument } from '../src/index.ts';
import { pageColors, pageTexts } from './printed-pages.ts';

const words = (count: number) => 'kata '.repeat(count);

describeWith('pdftotext', 'the PDF as poppler reads it', () => {
  it.each(LANGUAGES)('has the pages that its table of contents names: %s', async (language) => {
    const pages = pageTexts(await pdfDocument(sampleDocument(language)));
    const listed = [...pages[1]!.matchAll(/^ *([\d.]+) +(.*?) +(\d+)$/gm)];
    expect(listed).toHaveLength(6);
    for (const [, number, title, page] of listed) {
      expect(pages[Number(page) - 1]).toMatch(new RegExp(`^ *${number} +${title}$`, 'm'));
    }
    expect(pages[0]).not.toMatch(/(Halaman|Page) 1/);
    expect(pages[1]).toMatch(/(Halaman|Page) 2/);
  });

  it('cuts nothing that is longer than a page, or than a line', async () => {
    const blocks: Block[] = [
      { kind: 'table', caption: '', header: ['h'], rows: [[`${words(4000)}END1`]] },
      { kind: 'table', caption: '', header: [`${words(4000)}END2`], rows: [['r']] },
      { kind: 'gap', text: `${words(3000)}END3` },
      { kind: 'quote', paragraphs: [`${words(3000)}END4`] },
      { kind: 'code', text: `${'x\n'.repeat(300)}${HASH.repeat(9)}END5` },
      { kind: 'figure', svg: plainPicture(500, 9000), alt: '', caption: `${words(2000)}END6` },
      { kind: 'paragraph', text: `${'w'.repeat(3000)}END7` },
    ];
    const document = smallDocument(...blocks);
    const titlePage = [{ label: 'l'.repeat(200), value: `${'v'.repeat(200)}END8` }];
    const pdf = await pdfDocument({ ...document, title: `${'T'.repeat(200)}END9`, titlePage });
    const text = pageTexts(pdf).join('').replace(/\s/g, '');
    for (const end of [1, 2, 3, 4, 5, 6, 7, 8, 9]) expect(text).toContain(`END${end}`);
  });

  it('repeats the header of a table of 500 rows on each of its pages', async () => {
    const rows = Array.from({ length: 500 }, (_, at) => [`row ${at}`, HASH]);
    const table: Block = { kind: 'table', caption: 'c', header: ['Name', 'SHA-256'], rows };
    const pages = pageTexts(await pdfDocument(smallDocument(table))).slice(2);
    for (const page of pages) expect(page).toMatch(/^ *Name +SHA-256$/m);
    expect(pages.join('')).toMatch(/row 499/);
  });

  it('leaves no heading, caption or header alone at the end of a page', async () => {
    const rows = Array.from({ length: 3 }, (_, at) => [`row ${at}`]);
    const table: Block = { kind: 'table', caption: 'c', header: ['Name'], rows };
    const figure: Block = { kind: 'figure', svg: plainPicture(9, 90), alt: '', caption: 'c' };
    for (const [block, first] of [
      [table, 'row 0'],
      [figure, 'Figure 1'],
      [{ kind: 'code', text: 'row 0\nrow 1' }, 'row 0'],
    ] as const) {
      for (let lines = 20; lines < 45; lines++) {
        const before = Array.from(
          { length: lines },
          () => ({ kind: 'paragraph', text: 'x' }) as const,
        );
        const document = smallDocument(...before);
        const sections = [...document.sections, { title: 'Next', blocks: [block] }];
        const pages = pageTexts(await pdfDocument({ ...document, sections })).slice(2);
        const page = pages.find((text) => text.includes('Next'))!;
        expect({ lines, page }).toEqual({ lines, page: expect.stringContaining(first) });
      }
    }
  });

  it('draws pictures, and boxes for what DejaVu lacks', async () => {
    const pdf = await pdfDocument(sampleDocument('id'));
    const pages = pageTexts(pdf);
    const colors = pageColors(pdf);
    const withFigure = pages.map((text) => /^ *Gambar [1-4]\./m.test(text));
    expect(withFigure.filter(Boolean).length).toBeGreaterThan(2);
    withFigure.forEach((is, at) => is && expect(colors[at]).toBeGreaterThan(20));
    expect(pages.join('')).toMatch(/□.*□.*😀/u);
  });
});
