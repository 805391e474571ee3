import { LANGUAGES } from '@praktikum/protocol';

/** Where the pictures of the READMEs are, relative to the workspace; a folder for each language. */
export const PICTURES = 'docs/pictures';

/** Pictures that are drawn together. */
export interface Drawing {
  /** Relative to {@link PICTURES}: `en/ladder.svg`. */
  readonly pictures: readonly string[];
  /** Globs of the files that decide how the pictures look; their tests are left out. */
  readonly sources: readonly string[];
}

export const SERVERS = ['simple-server', 'threaded-server'] as const;
export const SCHEMES = ['light', 'dark'] as const;

/** The ladder, and its words in both programs that draw it. */
const LADDER_SOURCES = [
  'libs/capture-report/src/**/*.ts',
  'libs/protocol/src/markup.ts',
  'apps/analyzer/src/words/explanation/texts*.ts',
  'tools/docs/src/pictures/echo-capture.ts',
];

/** Which pictures there are, and what draws them. */
export const DRAWINGS = {
  swarm: {
    pictures: inEachLanguage(SERVERS.map((server) => `swarm-${server}.svg`)),
    sources: [
      'apps/client/src/swarm/{chart-rows,svg-chart,swarm-report,texts}.ts',
      'apps/client/src/number-texts.ts',
      'tools/docs/src/pictures/swarm-pictures.ts',
    ],
  },
  ladder: {
    pictures: inEachLanguage(['ladder.svg']),
    sources: [
      ...LADDER_SOURCES,
      'apps/analyzer/src/report/svg/*.ts',
      'tools/docs/src/pictures/ladder-pictures.ts',
    ],
  },
  report: {
    pictures: inEachLanguage(SCHEMES.map((scheme) => `report-${scheme}.png`)),
    sources: [
      ...LADDER_SOURCES,
      'apps/analyzer/src/words/explanation/handshake-lines.ts',
      'apps/analyzer/src/report/html/*.ts',
      // What is above and below the part that is shown does not matter.
      'apps/analyzer-page/src/*.{css,ts}',
      'apps/analyzer-page/src/{header,ladder,state,styles,text,texts}/*.{css,ts}',
      'tools/docs/src/pictures/{indexed-png,report-pictures}.ts',
    ],
  },
} as const satisfies Record<string, Drawing>;

function inEachLanguage(names: readonly string[]): string[] {
  return LANGUAGES.flatMap((language) => names.map((name) => `${language}/${name}`));
}
