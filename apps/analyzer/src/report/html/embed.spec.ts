import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { embedJson, embedScript } from './embed.ts';

describe('embedJson', () => {
  it('gives back what was put in, and nothing that HTML reads', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('</script>', '<!--', ']]>', '\u2028', '<script>', '&lt;'),
    );
    fc.assert(
      fc.property(fc.array(value), (texts) => {
        const embedded = embedJson(texts);
        expect(JSON.parse(embedded)).toEqual(texts);
        expect(embedded).not.toMatch(/[<>&\u2028\u2029]/);
      }),
    );
  });
});

describe('embedScript', () => {
  it('means the same, and does not end its element', () => {
    const code = `const texts = ['</script>', "<!-- x"]; texts.join('')`;
    const embedded = embedScript(code);
    expect(embedded).not.toMatch(/<\/script|<!--/i);
    expect(
      new Function(`return ${embedded.replace('const texts = ', '').replace(/; .*/, '')}`)(),
    ).toEqual(['</script>', '<!-- x']);
  });
});
