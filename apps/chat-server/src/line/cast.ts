import type { RecordReader } from './record-reader.ts';
import type { RecordWriter } from './record-writer.ts';

/**
 * A line for many clients, in the forms that their capabilities ask for. Capabilities are bits (see
 * `capability.ts`).
 */
export interface Cast {
  /** Each stands in the tags of a client that has this capability: `time=2026-12-01T02:30:00.000Z`. */
  readonly tags: readonly { readonly capability: number; readonly tag: string }[];
  /** The first one that fits a client is its; a client that none fits gets nothing. */
  readonly forms: readonly Form[];
}

/** The line for clients that have all capabilities of `needs` and none of `lacks`; without tags and without CR LF. */
interface Form {
  readonly needs: number;
  readonly lacks: number;
  readonly line: string;
}

export function writeCast(writer: RecordWriter, { tags, forms }: Cast): void {
  writer.number(tags.length);
  for (const { capability, tag } of tags) writer.number(capability).text(tag);
  writer.byte(forms.length);
  for (const { needs, lacks, line } of forms) writer.number(needs).number(lacks).text(line);
}

/** The form that is a client's by its capabilities; undefined: it gets nothing. */
export function formFor<F extends Omit<Form, 'line'>>(
  capabilities: number,
  forms: readonly F[],
): F | undefined {
  return forms.find(
    ({ needs, lacks }) => (capabilities & needs) === needs && (capabilities & lacks) === 0,
  );
}

const CRLF = Buffer.from('\r\n');
const AT = Buffer.from('@');
const SPACE = Buffer.from(' ');
const SEMICOLON = Buffer.from(';');
const NOTHING = Buffer.alloc(0);

/** A cast as a worker has it: gives each of its variants, made once. */
export class ReceivedCast {
  /** The capabilities that decide which variant a client gets. */
  readonly relevant: number;
  readonly #tags: { readonly capability: number; readonly tag: Buffer }[] = [];
  readonly #forms: { readonly needs: number; readonly lacks: number; readonly line: Buffer }[] = [];
  readonly #variants = new Map<number, Buffer>();

  constructor(reader: RecordReader) {
    let relevant = 0;
    for (let left = reader.number(); left > 0; left--) {
      const capability = reader.number();
      relevant |= capability;
      this.#tags.push({ capability, tag: reader.bytes() });
    }
    for (let left = reader.byte(); left > 0; left--) {
      const [needs, lacks] = [reader.number(), reader.number()];
      relevant |= needs | lacks;
      this.#forms.push({ needs, lacks, line: reader.bytes() });
    }
    this.relevant = relevant;
  }

  /** The whole line for a client with these capabilities; empty when it gets none. */
  for(capabilities: number): Buffer {
    const key = capabilities & this.relevant;
    let variant = this.#variants.get(key);
    if (variant === undefined) this.#variants.set(key, (variant = this.#compose(key)));
    return variant;
  }

  #compose(capabilities: number): Buffer {
    const form = formFor(capabilities, this.#forms);
    if (form === undefined) return NOTHING;
    const pieces: Buffer[] = [];
    for (const { capability, tag } of this.#tags) {
      if ((capabilities & capability) !== 0) pieces.push(pieces.length === 0 ? AT : SEMICOLON, tag);
    }
    if (pieces.length > 0) pieces.push(SPACE);
    return Buffer.concat([...pieces, form.line, CRLF]);
  }
}
