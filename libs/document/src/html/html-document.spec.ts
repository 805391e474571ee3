import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@praktikum/protocol';
import { FOREIGN, HOSTILE, plainPicture, sampleDocument } from '../../fixtures/sample-document.ts';
import { smallDocument } from '../../fixtures/small-document.ts';
import { htmlDocument, svgPng } from '../index.ts';

describe('htmlDocument', () => {
  it.each(LANGUAGES)('names no address but its own, and each id once: %s', (language) => {
    const html = htmlDocument(sampleDocument(language));
    const addresses = [...html.matchAll(/(?:src|href)="([^"]{0,30})/g)].map(
      ([, address]) => address!,
    );
    expect(addresses.filter((each) => !/^(#|data:image\/svg\+xml;base64,)/.test(each))).toEqual([]);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(8);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('is the same text for the same document', () => {
    expect(htmlDocument(sampleDocument('id'))).toBe(htmlDocument(sampleDocument('id')));
  });

  it('shows markup as text, keeps foreign text, and has no character that is none', () => {
    const html = htmlDocument(sampleDocument('en'));
    expect(html).toContain(
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;kutip&#39; \\x07',
    );
    expect(html).not.toContain('<script');
    expect(html).toContain(FOREIGN);
    expect(html).toContain('alt="Terminal &quot;A&quot; &amp; B"');
    expect(html).toMatch(/<html lang="en-GB">/);
    expect(html.isWellFormed()).toBe(true);
    // eslint-disable-next-line no-control-regex -- that there is none is what is tested
    expect(html).not.toMatch(/[\0-\x08\x0b-\x1f\ufffe\uffff]/);
  });

  it('has a photo as it is', async () => {
    const png = await svgPng(plainPicture(40, 30));
    const photo = { kind: 'figure', png, alt: 'Layar', caption: '' } as const;
    const data = Buffer.from(png).toString('base64');
    expect(htmlDocument(smallDocument(photo))).toContain(
      `<img src="data:image/png;base64,${data}" alt="Layar" width="40" height="30">`,
    );
  });

  it('stands with nothing in it', () => {
    expect(htmlDocument({ language: 'id', title: '', titlePage: [], sections: [] })).toContain(
      'Daftar Isi',
    );
    const empty = htmlDocument(
      smallDocument(
        { kind: 'paragraph', text: HOSTILE },
        { kind: 'list', ordered: true, items: [] },
        { kind: 'table', caption: '', header: [], rows: [['a', 'b'], ['c']] },
      ),
    );
    expect(empty).toContain('<tr><td>c</td><td></td></tr>');
  });
});
