import { LANGUAGES } from '@praktikum/protocol';

/** One language is shown at a time, chosen without a script. */
const CHOICE = LANGUAGES.map(
  (language) => `#choose-${language}:checked ~ main.${language} { display: block; }`,
).join('\n');

/** What stands around the blocks of the page of the evidence. */
export const PAGE_STYLE = `
* { box-sizing: border-box; }
html { color-scheme: light dark; }
body { margin: 0 auto; max-width: 60rem; min-height: 100vh; padding: 1rem; font: 16px/1.5 system-ui, "DejaVu Sans", "Liberation Sans", Arial, sans-serif; }
body > main { display: none; }
${CHOICE}
body > label { margin: 0 1rem 0 .2rem; }
h1 { font-size: 1.8rem; line-height: 1.25; margin: 1rem 0 .5rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .8rem; padding-top: .6rem; border-top: 2px solid var(--document-line); }
.checklist { list-style: none; padding: 0; font-size: 1.05rem; }
.checklist li { padding: .15rem 0; }
.checklist span { display: inline-block; width: 1.6em; text-align: center; font-weight: bold; }
.checklist em { color: inherit; opacity: .8; }
details { margin: 1rem 0; }
summary { cursor: pointer; }
@media print { body > input, body > label { display: none; } details { display: none; } }
`;
