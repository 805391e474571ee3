import { CodedError, isHost } from '@praktikum/protocol';
import { countOption, FLAGS, printExposed, printLine, runProgram } from '@praktikum/service';
import { createCertificates, MAX_DAYS, RESERVED_NAMES } from './create-certificates.ts';
import { ERRORS } from './errors.ts';
import { instructions } from './instructions.ts';
import { TEXTS, type Texts } from './texts.ts';

/** A school year; the longest is what every system accepts. */
const DAYS = { default: 365, min: 1, max: MAX_DAYS };

interface Options {
  readonly host?: string[];
  readonly client?: string[];
  readonly out: string;
  readonly days: number;
  readonly force?: boolean;
  readonly newCa?: boolean;
}

await runProgram({
  name: 'certificates',
  errors: ERRORS,
  define(command, language) {
    const texts = TEXTS[language];
    const { options } = texts;
    command
      .description(texts.description)
      .option('--host <host>', options.host, addTo)
      .option('--client <name>', options.client, addTo)
      .option('--out <folder>', options.out, 'certificates')
      .addOption(countOption('--days <n>', options.days, DAYS, DAYS.default))
      .option(FLAGS.force, options.force)
      .option('--new-ca', options.newCa)
      .action((given: Options) => create(given, texts));
  },
});

async function create(options: Options, texts: Texts): Promise<void> {
  const {
    host: hosts = [],
    client: clients = [],
    out,
    days,
    force = false,
    newCa = false,
  } = options;
  for (const host of hosts) {
    if (!isHost(host)) throw new CodedError('ERR_ENDPOINT', host, { details: { value: host } });
  }
  for (const name of clients) checkClientName(name);
  const created = await createCertificates({ out, hosts, clients, days, force, newCa });
  printExposed(created.exposed, texts);
  for (const line of instructions(created, texts)) printLine(line);
}

/** The name becomes a file name. */
function checkClientName(name: string): void {
  const isFileName = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u.test(name);
  if (isFileName && !RESERVED_NAMES.includes(name.toLowerCase()) && !name.endsWith('-key')) return;
  throw new CodedError('ERR_OPTION_VALUE', `not a name for a client: ${name}`, {
    details: { option: '--client', value: name, accepts: 'budi, siti-1' },
  });
}

function addTo(value: string, values: string[] = []): string[] {
  return [...values, value];
}
