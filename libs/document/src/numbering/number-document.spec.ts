import { describe, expect, it } from '@jest/globals';
import { plainPicture } from '../../fixtures/sample-document.ts';
import { smallDocument } from '../../fixtures/small-document.ts';
import { type Block, htmlBlocks, htmlDocument, Numbering } from '../index.ts';

const figure = (id?: string): Block => ({
  kind: 'figure',
  ...(id !== undefined && { id }),
  svg: plainPicture(4, 4),
  alt: '',
  caption: 'c',
});
const table = (id: string): Block => ({ kind: 'table', id, caption: 'c', header: ['h'], rows: [] });
const see = (id: string): Block => ({ kind: 'paragraph', text: ['see ', { referTo: id }] });

describe('the numbers of a document', () => {
  it('count figures and tables apart, over sections, and lead ahead and back', () => {
    const html = htmlDocument({
      language: 'id',
      title: 'T',
      titlePage: [{ label: 'L', value: [{ referTo: 'b' }] }],
      sections: [
        {
          title: 'A',
          blocks: [see('b'), figure('a'), table('t')],
          sections: [{ title: 'B', blocks: [figure()] }],
        },
        { title: 'C', blocks: [figure('b'), see('a'), see('t')] },
      ],
    });
    const texts = html.replace(/<[^>]*>/g, '\n').split(/\n+/);
    for (const text of ['Gambar 1.', 'Gambar 2.', 'Gambar 3.', 'Tabel 1.']) {
      expect(texts.filter((each) => each === text)).toHaveLength(1);
    }
    expect(html).toContain('see <a href="#gambar-3">Gambar 3</a>');
    expect(html).toContain('see <a href="#gambar-1">Gambar 1</a>');
    expect(html).toContain('see <a href="#tabel-1">Tabel 1</a>');
    expect(html).toContain('<h3 id="section-1-1">1.1 B</h3>');
    expect(html).toContain('<h2 id="section-2">2 C</h2>');
  });

  it('number one block twice where it stands twice', () => {
    const twice = figure();
    expect(htmlDocument(smallDocument(twice, twice))).toContain('id="figure-2"');
  });

  it('count on through blocks that are written in several goes', () => {
    const numbering = new Numbering('en');
    expect(htmlBlocks([figure('a')], 'en', numbering)).toContain('<b>Figure 1.</b>');
    const next = htmlBlocks([see('a'), figure()], 'en', numbering);
    expect(next).toContain('href="#figure-1"');
    expect(next).toContain('id="figure-2"');
    expect(htmlBlocks([figure()], 'id')).toContain('<b>Gambar 1.</b>');
  });

  it.each([
    ['a reference to nothing', smallDocument(see('gone'), table('t')), /'gone'.* t$/],
    ['an id that is there twice', smallDocument(table('t'), figure('t')), /two blocks .* 't'/],
  ])('are refused with %s', (_, document, message) => {
    expect(() => htmlDocument(document)).toThrow(message);
  });

  it('are refused with sections that are three deep', () => {
    const deep = { title: 'deep', blocks: [] };
    const outer = {
      title: 'a',
      blocks: [],
      sections: [{ title: 'b', blocks: [], sections: [deep] }],
    };
    const document = { ...smallDocument(), sections: [outer] };
    expect(() => htmlDocument(document)).toThrow(/'deep' is more than two levels deep/);
  });
});
