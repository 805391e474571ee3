import { beforeAll, describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@praktikum/protocol';
import mammoth from 'mammoth';
import { FOREIGN, HASH, plainPicture, sampleDocument } from '../../fixtures/sample-document.ts';
import { smallDocument } from '../../fixtures/small-document.ts';
import { zipEntries } from '../../fixtures/zip-entries.ts';
import { docxDocument, svgPng } from '../index.ts';

const WORDS = { id: ['Gambar', 'Tabel'], en: ['Figure', 'Table'] } as const;

async function read(docx: Uint8Array): Promise<string> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(docx) });
  return value;
}

const numbersOf = (text: string, start: RegExp) =>
  [...text.matchAll(start)].map(([, number]) => Number(number));
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe.each(LANGUAGES)('docxDocument in %s', (language) => {
  let written: Uint8Array;
  let entries: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    written = await docxDocument(sampleDocument(language));
    entries = zipEntries(written);
  });
  const xml = (name: string) => entries.get(name)!.toString();

  it('has headings, captions and alternative texts that other programs read', async () => {
    const html = await read(written);
    const [figure, table] = WORDS[language];
    const headings = [...html.matchAll(/<h([12])>(?:<a[^>]*><\/a>)*([^<]*)<\/h/g)];
    const titles = sampleDocument(language).sections.map(({ title }) => title);
    expect(headings.filter(([, level]) => level === '1').map(([, , title]) => title)).toEqual(
      titles.map((title, at) => expect.stringMatching(`^${at + 1} +${title}$`)),
    );
    expect(headings.filter(([, level]) => level === '2')).toHaveLength(2);
    const text = html.replace(/<[^>]*>/g, '');
    expect(numbersOf(html, new RegExp(`<p>(?:<[^>]*>)*${figure} (?:<[^>]*>)*(\\d+)`, 'g'))).toEqual(
      upTo(5),
    );
    expect(numbersOf(html, new RegExp(`<p>(?:<[^>]*>)*${table} (?:<[^>]*>)*(\\d+)`, 'g'))).toEqual(
      upTo(2),
    );
    expect(text).toContain(HASH);
    expect(text).toContain(FOREIGN);
    expect(html).toContain('alt="Terminal &quot;A&quot; &amp; B"');
    expect(html).toContain('&lt;script&gt;');
  });

  it('shows all fields as they are, and asks nobody to update them', () => {
    const body = xml('word/document.xml');
    const [figure] = WORDS[language];
    const sequence = new RegExp(`SEQ ${figure}.*?"separate"/>.*?<w:t[^>]*>(\\d+)</w:t>`, 'g');
    expect(numbersOf(body, sequence)).toEqual(upTo(5));
    expect(numbersOf(body, /PAGEREF.*?"separate"\/>.*?<w:t[^>]*>(\d+)<\/w:t>/g)).toHaveLength(6);
    expect(body).not.toContain('dirty');
    expect(xml('word/settings.xml')).not.toContain('updateFields');
  });

  it('repeats the header of a table, and keeps its rows whole', () => {
    const body = xml('word/document.xml');
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(body.match(/<w:cantSplit\/>/g)!.length).toBe(2 + 2 + 60 + 4);
  });

  it('has each picture as SVG and as PNG', () => {
    const media = [...entries.keys()].filter((name) => name.startsWith('word/media/'));
    expect(media.filter((name) => name.endsWith('.svg'))).toHaveLength(5);
    expect(media.filter((name) => name.endsWith('.png'))).toHaveLength(5);
    expect(xml('word/document.xml').match(/svgBlip/g)!.length).toBeGreaterThanOrEqual(5);
  });

  it('says its language, title, author and date', () => {
    const lang = { id: 'id-ID', en: 'en-GB' }[language];
    expect(xml('word/styles.xml')).toContain(`<w:lang w:val="${lang}"`);
    const core = xml('docProps/core.xml');
    for (const part of [`>${lang}<`, '>Siti Rahmawati<', '>2026-11-30T08:00:00Z<']) {
      expect(core).toContain(part);
    }
  });
});

describe('docxDocument', () => {
  it('stands with nothing in it', async () => {
    const nothing = { language: 'id', title: '', titlePage: [], sections: [] } as const;
    expect(await read(await docxDocument(nothing))).toContain('Daftar Isi');
  });

  it('has a photo as it is, and no SVG of it', async () => {
    const png = Buffer.from(await svgPng(plainPicture(40, 30)));
    const photo = { kind: 'figure', png, alt: 'Layar', caption: 'Wireshark' } as const;
    const entries = zipEntries(await docxDocument(smallDocument(photo)));
    const media = [...entries].filter(([name]) => name.startsWith('word/media/'));
    expect(media.map(([, bytes]) => bytes.equals(png))).toEqual([true]);
    expect(entries.get('word/document.xml')!.toString()).not.toContain('svgBlip');
  });

  it('keeps a line that leads to a list on the page of the list', async () => {
    const line = (text: string) => ({ kind: 'paragraph', text }) as const;
    const list = { kind: 'list', ordered: false, items: ['a'] } as const;
    const docx = await docxDocument(smallDocument(line('Evidence: '), list, line('last:')));
    const body = zipEntries(docx).get('word/document.xml')!.toString();
    const kept = [...body.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:keepNext\/>.*?<\/w:p>/g)].map(String);
    expect(kept.filter((text) => text.includes('Evidence: '))).toHaveLength(1);
    expect(kept.filter((text) => text.includes('last:'))).toHaveLength(0);
  });

  it('gives neighbours that are alike a frame each', async () => {
    const gap = { kind: 'gap', text: 'MISSING' } as const;
    const body = zipEntries(await docxDocument(smallDocument(gap, gap))).get('word/document.xml')!;
    const indents = [...body.toString().matchAll(/"Gap"\/>.*?(<w:ind [^>]*>)/g)].map(
      ([, ind]) => ind,
    );
    expect(new Set(indents).size).toBe(2);
  });
});
