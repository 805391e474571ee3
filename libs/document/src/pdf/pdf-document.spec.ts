import { beforeAll, describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@praktikum/protocol';
import { HASH, plainPicture, sampleDocument } from '../../fixtures/sample-document.ts';
import { smallDocument } from '../../fixtures/small-document.ts';
import { type Block, pdfDocument, svgPng } from '../index.ts';

const latin = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');
const pagesOf = (pdf: Uint8Array) => latin(pdf).match(/\/Type \/Page\b/g)!.length;

describe.each(LANGUAGES)('pdfDocument in %s', (language) => {
  let pdf: string;
  beforeAll(async () => {
    pdf = latin(await pdfDocument(sampleDocument(language)));
  });

  it('embeds the fonts that it names, which are DejaVu alone', () => {
    expect(pdf.slice(0, 8)).toBe('%PDF-1.7');
    const fonts = [...pdf.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name!);
    expect(fonts.length).toBeGreaterThan(3);
    expect(fonts.filter((name) => !/^[A-Z]{6}\+DejaVuSans/.test(name))).toEqual([]);
    expect(pdf.includes('/FontFile2')).toBe(true);
    expect(pdf.includes('/Type3')).toBe(false);
  });

  it('says its language and date, has bookmarks, and is the same twice', async () => {
    const lang = { id: 'id-ID', en: 'en-GB' }[language];
    const parts = [`/Lang (${lang})`, '(D:20261130080000Z)', '/Outlines'];
    expect(parts.filter((part) => !pdf.includes(part))).toEqual([]);
    expect(latin(await pdfDocument(sampleDocument(language))) === pdf).toBe(true);
  });
});

describe('pdfDocument', () => {
  it('stands with nothing in it', async () => {
    const nothing = { language: 'id', title: '', titlePage: [], sections: [] } as const;
    expect(pagesOf(await pdfDocument(nothing))).toBe(2);
  });

  it.each<[string, Block]>([
    ['no rows', { kind: 'table', caption: '', header: [], rows: [] }],
    ['40 columns', { kind: 'table', caption: '', header: Array(40).fill(HASH), rows: [] }],
    ['no lines', { kind: 'code', text: '' }],
    ['a word of 60,000 letters', { kind: 'paragraph', text: 'W'.repeat(60_000) }],
    ['a line of 60,000 brackets', { kind: 'code', text: '['.repeat(60_000) }],
    ['no items', { kind: 'list', ordered: true, items: [] }],
    ['no paragraphs', { kind: 'quote', paragraphs: [] }],
    ['a picture of one pixel', { kind: 'figure', svg: plainPicture(1, 1), alt: '', caption: '' }],
    ['20,000 pixels', { kind: 'figure', svg: plainPicture(20_000, 20_000), alt: '', caption: '' }],
  ])('takes a block with %s', async (_, block) => {
    expect(pagesOf(await pdfDocument(smallDocument(block)))).toBeGreaterThan(2);
  });

  it('has a photo as it is', async () => {
    const png = await svgPng(plainPicture(40, 30));
    const pdf = latin(
      await pdfDocument(smallDocument({ kind: 'figure', png, alt: '', caption: '' })),
    );
    expect(pdf).toMatch(/\/Subtype \/Image[^>]*\/Width 40\s+\/Height 30/);
  });

  it('asks for no file and no address, whatever a text looks like', async () => {
    const document = smallDocument({ kind: 'paragraph', text: 'http://127.0.0.1:1/ /etc/passwd' });
    await expect(pdfDocument({ ...document, title: 'file:///etc/passwd' })).resolves.toBeDefined();
  });
});
