import { expect, it } from '@jest/globals';
import { LANGUAGES } from '@praktikum/protocol';
import { describeWith } from '@praktikum/testing';
import { sampleDocument } from '../fixtures/sample-document.ts';
import { docxDocument } from '../src/index.ts';
import { libreOfficePdf, pageColors, pageTexts } from './printed-pages.ts';

const FIGURE = { id: 'Gambar', en: 'Figure' } as const;

describeWith('soffice', 'the DOCX in LibreOffice', () => {
  describeWith('pdftotext', 'as it prints it', () => {
    it.each(LANGUAGES)(
      'has a filled table of contents, and all of its pictures: %s',
      async (language) => {
        const pdf = libreOfficePdf(await docxDocument(sampleDocument(language)));
        const pages = pageTexts(pdf);
        const listed = [...pages[1]!.matchAll(/^\s*([\d.]+) +(.*?)\.{3,} *(\d+)$/gm)];
        expect(listed).toHaveLength(6);
        const colors = pageColors(pdf);
        const withFigure = pages.map((text, at) => ({
          at,
          is: new RegExp(`^ *${FIGURE[language]} [1-4]\\.`, 'm').test(text),
        }));
        expect(withFigure.filter(({ is }) => is).length).toBeGreaterThan(2);
        for (const { at, is } of withFigure) if (is) expect(colors[at]).toBeGreaterThan(20);
      },
    );
  });
});
