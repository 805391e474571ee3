/** How blocks look: on a screen as narrow as a telephone's, in the dark, and in print. */
export const DOCUMENT_STYLE = `
.document-blocks {
  --document-ink: #1b2733; --document-paper: #fff; --document-soft: #f1f3f5; --document-line: #8a949e; --document-link: #00538a;
  color: var(--document-ink); background: var(--document-paper); line-height: 1.5; overflow-wrap: anywhere;
}
@media screen and (prefers-color-scheme: dark) {
  .document-blocks {
    --document-ink: #e4e8ec; --document-paper: #15191e; --document-soft: #232a31; --document-line: #77828d; --document-link: #7cc0f4;
  }
}
.document-blocks a { color: var(--document-link); }
.document-blocks p { margin: 0 0 .8em; }
.document-blocks code, .document-blocks pre { font-family: ui-monospace, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; font-size: .92em; }
.document-blocks pre { background: var(--document-soft); border: 1px solid var(--document-line); padding: .6em .8em; white-space: pre-wrap; overflow-wrap: anywhere; }
.document-blocks pre code { font-size: 1em; }
.document-blocks .document-option { white-space: nowrap; }
/* What goes on below itself is set in there, so that it is told from the next line. */
.document-blocks .document-line { display: block; padding-left: 3ch; text-indent: -3ch; }
.document-blocks blockquote { margin: 0 0 .8em; padding: .1em 0 .1em 1em; border-left: 4px solid var(--document-line); }
.document-blocks blockquote p:last-child { margin-bottom: 0; }
.document-blocks mark, .document-blocks .document-gap { color: inherit; background: var(--document-soft); border: 1px solid var(--document-ink); }
.document-blocks mark { padding: 0 .2em; font-weight: bold; }
.document-blocks .document-gap { border-width: 4px; padding: .6em .8em; }
.document-blocks .document-scroll { overflow-x: auto; max-width: 100%; }
.document-blocks figure { margin: 1.2em 0; text-align: center; }
/* A picture is made no smaller than can be read: a narrow screen scrolls it. */
.document-blocks img { display: block; margin: 0 auto; max-width: max(100%, 40rem); height: auto; background: #fff; }
.document-blocks figcaption, .document-blocks caption { font-size: .92em; padding: .4em 0; }
.document-blocks table { border-collapse: collapse; width: 100%; margin-bottom: 1.2em; font-size: .92em; }
.document-blocks caption { text-align: left; }
.document-blocks th, .document-blocks td { border: 1px solid var(--document-line); padding: .25em .5em; text-align: left; vertical-align: top; overflow-wrap: normal; }
/* A long word is broken, such as a hash, but not into single letters. */
.document-blocks .document-long { display: inline-block; min-width: 14ch; overflow-wrap: anywhere; }
.document-blocks th { background: var(--document-soft); }
.document-blocks .document-numeric { text-align: right; }
.document-blocks td.document-numeric { white-space: nowrap; }
@media print {
  .document-blocks .document-scroll { overflow: visible; }
  .document-blocks .document-wide { font-size: .8em; }
  .document-blocks .document-wide td, .document-blocks .document-wide th { overflow-wrap: anywhere; }
  .document-blocks .document-wide .document-long { min-width: 0; }
  .document-blocks img { max-width: 100%; max-height: 22cm; width: auto; }
  .document-blocks figure, .document-blocks tr, .document-blocks .document-gap { break-inside: avoid; }
  .document-blocks caption { break-after: avoid; }
  .document-blocks thead { display: table-header-group; }
}
`;

/** How the page around the blocks of a whole document looks. */
export const PAGE_STYLE = `
* { box-sizing: border-box; }
html { color-scheme: light dark; }
body { margin: 0; font: 16px/1.5 system-ui, "DejaVu Sans", "Liberation Sans", Arial, sans-serif; }
body.document-blocks { min-height: 100vh; }
main { max-width: 52rem; margin: 0 auto; padding: 1rem; }
header { border-bottom: 2px solid var(--document-line); margin-bottom: 1.5rem; }
h1 { font-size: 1.9rem; line-height: 1.25; }
h2 { font-size: 1.4rem; margin: 2.2rem 0 .8rem; }
h3 { font-size: 1.15rem; margin: 1.6rem 0 .6rem; }
dl { display: grid; grid-template-columns: minmax(5rem, max-content) 1fr; gap: .2rem 1rem; }
dd { margin: 0; font-weight: bold; }
nav ul { list-style: none; padding: 0; margin: 0; }
nav ul ul { padding-left: 1.5rem; }
@page { size: A4; margin: 2.5cm 2.5cm 2.5cm 3cm; }
@media print {
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  header { border: 0; padding-top: 5cm; break-after: page; text-align: center; }
  dl { text-align: left; padding: 2cm 1cm 0; }
  nav { break-after: page; }
  h2, h3 { break-after: avoid; }
  a { color: inherit !important; text-decoration: none; }
}
`;
