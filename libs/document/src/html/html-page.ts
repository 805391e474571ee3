import { escapeText } from '@praktikum/protocol/markup';
import { DOCUMENT_STYLE } from './document-style.ts';

/** Nothing is loaded, and nothing runs, whatever a text or a picture holds. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

interface HtmlPage {
  /** A language tag (RFC 5646), such as `id`. */
  readonly lang: string;
  /** Text, and not markup. */
  readonly title: string;
  /** Text, and not markup. */
  readonly author?: string | undefined;
  /** Style sheet of what stands around the blocks. */
  readonly style: string;
  /** HTML; in it, blocks look as they do in a document. */
  readonly body: string;
}

/** An HTML file that asks for nothing else. */
export function htmlPage({ lang, title, author, style, body }: HtmlPage): string {
  const by = author === undefined ? '' : `<meta name="author" content="${escapeText(author)}">\n`;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${by}<title>${escapeText(title)}</title>
<style>${DOCUMENT_STYLE}${style}</style>
</head>
<body class="document-blocks">
${body}
</body>
</html>
`;
}
