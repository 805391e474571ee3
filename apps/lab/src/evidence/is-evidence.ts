import type { Evidence } from './evidence.ts';

/** Whether something has the shape that it is to have: JSON can be anything. */
type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const oneOf =
  (...words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);
const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));
const optional = (check: Check) => either(oneOf(undefined), check);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const fields =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(checks).every(([name, check]) =>
      check(Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined),
    );

/** The folder of an experiment: `1-handshake`. */
const folder: Check = (value) => text(value) && /^\d-[\w-]+$/.test(value as string);
/** A file in it; names of ours have no spaces, and lead nowhere else: no `..`, no `/etc/passwd`. */
const file: Check = (value) =>
  text(value) && /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(value as string);
const words = fields({ id: text, en: text });
const elsewhere = optional(oneOf(true));

const command = fields({
  ...{ command: text, startedAt: text, duration: number, isStep: oneOf(true, false) },
  exitCode: either(number, oneOf(null)),
  signal: either(text, oneOf(null)),
  output: either(file, oneOf(null)),
});
const exhibit = either(
  fields({
    ...{ kind: oneOf('table'), id: text, caption: words, recordedElsewhere: elsewhere },
    ...{
      header: listOf(words),
      rows: listOf(listOf(either(text, words))),
      numeric: listOf(number),
    },
  }),
  fields({
    ...{ kind: oneOf('picture'), id: text, caption: words, recordedElsewhere: elsewhere },
    ...{ alt: words, svg: fields({ id: file, en: file }) },
  }),
  fields({ kind: oneOf('terminal'), id: text, caption: words, command: text, output: file }),
);
const record = fields({
  ...{ number, folder, title: words, startedAt: text, endedAt: text, mechanism: words },
  state: oneOf('done', 'partly', 'impossible', 'failed'),
  server: optional(fields({ host: text, port: number })),
  commands: listOf(command),
  missing: listOf(fields({ what: words, why: words, remedies: listOf(words) })),
  findings: listOf(
    fields({ text: words, cites: listOf(fields({ file, frames: listOf(number) })) }),
  ),
  exhibits: listOf(exhibit),
  files: listOf(fields({ path: file, bytes: number, sha256: text })),
});
const evidence = fields({
  machine: fields({
    ...{ host: text, system: text, processor: text, cores: number, memory: number },
    ...{ node: text, software: text, captureTools: listOf(text) },
  }),
  experiments: listOf(record),
});

/** Whether it is evidence as this program writes it, which names no files but its own. */
export function isEvidence(value: unknown): value is Evidence {
  return evidence(value) && hasNoTwice(value as Evidence);
}

/** One record for each experiment, one exhibit of each name in it. */
function hasNoTwice({ experiments }: Evidence): boolean {
  const isOnce = (values: readonly unknown[]) => new Set(values).size === values.length;
  return (
    isOnce(experiments.map((each) => each.number)) &&
    isOnce(experiments.map((each) => each.folder)) &&
    experiments.every(({ exhibits }) => isOnce(exhibits.map(({ id }) => id)))
  );
}
