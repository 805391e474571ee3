import { type Field, type FieldKind, LONG } from '../field/field.ts';
import { findField } from '../field/fields.ts';
import { FilterError } from '../filter-error.ts';
import type { Operand } from '../filter-tree.ts';
import { parseIpv4, parseIpv6 } from './parse-address.ts';
import { binaryBytes } from './string-bytes.ts';
import type { Token } from './tokenize.ts';

/** As in C, a leading zero means octal. */
const NUMBER = /^(?:0x[\da-f]+|0b[01]+|0[0-7]*|[1-9]\d*)$/i;
const OCTAL = /^0[0-7]+$/;
const SECONDS = /^(\d+)(?:\.(\d{1,9}))?$/;
/** Behind it Wireshark's times overflow. */
const LAST_SECOND = 2n ** 31n - 1n;
/** One separator throughout, or none; a single byte as a number too. */
const HEX_BYTES =
  /^(?:0x[\da-f]{2}|[\da-f]{2}(?:([:.-])[\da-f]{2}(?:\1[\da-f]{2})*|(?:[\da-f]{2})*))$/i;
/** Hexadecimal digits that Wireshark takes for the name of a protocol or field. */
const HEXADECIMAL_NAMES: ReadonlySet<string> = new Set(['dc', 'dc.dc', 'fc', 'fc00', 'fefd', 'ff']);
const FLAGS: ReadonlyMap<string, number> = new Map([
  ['True', 1],
  ['TRUE', 1],
  ['False', 0],
  ['FALSE', 0],
]);
/** What a field of each kind accepts, shown when a value does not fit. */
const EXAMPLES: Readonly<Record<FieldKind, string>> = {
  number: '12345, 0x10',
  flag: '1, 0, True, False',
  time: '10, 0.25',
  mark: '',
  ipv4: '127.0.0.1, 10.0.0.0/8',
  ipv6: '::1, fe80::/10',
  bytes: '"text", 48:61:6c:6f',
  text: '"text"',
  protocol: '"text", 48:61:6c:6f',
};

/**
 * Reads a value as the kind of the field it is compared with.
 * @throws FilterError `bad-value`; `unsupported` for another field
 */
export function readOperand(token: Token, field: Field): Operand {
  const { kind, text: found, position } = token;
  const operand = kind === 'sign' ? undefined : READERS[field.kind](token, field);
  if (operand) return operand;
  if (kind === 'word' && findField(found))
    throw new FilterError('unsupported', { position, found });
  const most = field.most ?? LONG;
  const suggestion = most < LONG ? `${EXAMPLES[field.kind]}, 0..${most}` : EXAMPLES[field.kind];
  throw new FilterError('bad-value', { position, found, suggestion });
}

type Reader = (token: Token, field: Field) => Operand | undefined;

const READERS: Readonly<Record<FieldKind, Reader>> = {
  number: readNumber,
  flag: readFlag,
  time: readTime,
  mark: () => undefined,
  ipv4: readAddress,
  ipv6: readAddress,
  bytes: readBytes,
  text: readText,
  protocol: readBytes,
};

function readNumber({ text }: Token, { most = LONG }: Field): Operand | undefined {
  if (!NUMBER.test(text)) return undefined;
  const number = OCTAL.test(text) ? parseInt(text, 8) : Number(text);
  return number <= most ? { kind: 'number', number } : undefined;
}

/** Every number but 0 is true. */
function readFlag(token: Token, field: Field): Operand | undefined {
  const word = FLAGS.get(token.text);
  if (word !== undefined) return { kind: 'number', number: word };
  const operand = readNumber(token, field);
  return operand?.kind === 'number'
    ? { ...operand, number: Number(operand.number !== 0) }
    : undefined;
}

function readTime({ text }: Token): Operand | undefined {
  const [, seconds, decimals = ''] = SECONDS.exec(text) ?? [];
  if (seconds === undefined) return undefined;
  const whole = BigInt(seconds);
  if (whole > LAST_SECOND) return undefined;
  return { kind: 'number', number: whole * 1_000_000_000n + BigInt(decimals.padEnd(9, '0')) };
}

function readBytes({ text, content }: Token): Operand | undefined {
  if (content !== undefined) return { kind: 'bytes', bytes: binaryBytes(content) };
  if (!HEX_BYTES.test(text) || HEXADECIMAL_NAMES.has(text)) return undefined;
  const digits = text.replace(/^0x|[:.-]/gi, '');
  const bytes = digits.match(/../g)!.map((byte) => parseInt(byte, 16));
  return { kind: 'bytes', bytes: Uint8Array.from(bytes) };
}

/** Wireshark takes words for text too, unless they are fields; here only what looks like an address. */
function readText({ text, content }: Token): Operand | undefined {
  const words = content ?? (/^[\d.]+$/.test(text) ? text : undefined);
  return words === undefined ? undefined : { kind: 'text', bytes: binaryBytes(words) };
}

function readAddress({ text }: Token, { kind }: Field): Operand | undefined {
  const [address = '', length, more] = text.split('/');
  const bytes = kind === 'ipv4' ? parseIpv4(address) : parseIpv6(address);
  const most = kind === 'ipv4' ? 32 : 128;
  if (!bytes || more !== undefined) return undefined;
  if (length !== undefined && !/^(?:0|[1-9]\d{0,2})$/.test(length)) return undefined;
  const prefix = length === undefined ? most : Number(length);
  return prefix <= most ? { kind: 'address', bytes, prefix } : undefined;
}
