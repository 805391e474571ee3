import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  COLORS,
  LADDER_CSS,
  paletteCss,
  type ReportData,
  type ReportTexts,
} from '@praktikum/capture-report';
import { escapeText } from '@praktikum/protocol/markup';
import { OUTPUT_TEXTS } from '../texts.ts';
import { embedJson, embedScript } from './embed.ts';

/** The page's program and style as the build leaves them, seen from the bundle or from this source. */
const PAGE = new URL(
  import.meta.url.endsWith('.ts') ? '../../../../analyzer-page/dist/' : './report-page/',
  import.meta.url,
);

/** A report as one file that needs nothing else: data, program and style are in it. */
export async function htmlReport(data: ReportData, texts: ReportTexts): Promise<string> {
  const [program, style] = await Promise.all([
    readFile(new URL('page.js', PAGE), 'utf8'),
    readFile(new URL('page.css', PAGE), 'utf8'),
  ]);
  const script = embedScript(program);
  const title = `${data.file}: ${texts.terms.title}`;
  return `<!doctype html>
<html lang="${texts.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeText(title)}</title>
<style>${colors()}${LADDER_CSS}${style}</style>
</head>
<body>
<noscript>${escapeText(`${OUTPUT_TEXTS.id.noScript} ${OUTPUT_TEXTS.en.noScript}`)}</noscript>
<script type="application/json" id="report-data">${embedJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/**
 * Nothing is fetched from anywhere, and no program runs but ours. Styles may stand in elements, since
 * the charts write them there.
 */
function policy(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** On paper it is light, whatever the screen is. */
function colors(): string {
  const [light, dark] = [paletteCss(COLORS.light), paletteCss(COLORS.dark)];
  return `:root{color-scheme:light dark;${light}}@media screen and (prefers-color-scheme:dark){:root{${dark}}}`;
}
