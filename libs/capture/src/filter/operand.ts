import type { FieldKind } from './field/field.ts';
import { FilterError } from './filter-error.ts';
import type { Operand } from './filter-tree.ts';
import { parseIpv4, parseIpv6 } from './parse-address.ts';
import type { Token } from './tokenize.ts';

const NUMBER = /^(?:0x[\da-f]+|0b[01]+|\d+(?:\.\d+)?)$/i;
const OCTAL = /^0[0-7]+$/;
const HEX_BYTES = /^[\da-f]{2}(?:[:.-][\da-f]{2})*$/i;
/** What a field of each kind accepts, shown when a value does not fit. */
const EXAMPLES: Readonly<Record<FieldKind, string>> = {
  number: '12345, 0x10, 1',
  ipv4: '127.0.0.1, 10.0.0.0/8',
  ipv6: '::1, fe80::/10',
  bytes: '"text", 48:61:6c:6f',
  protocol: '"text", 48:61:6c:6f',
};

/**
 * Reads a value as the kind of the field it is compared with.
 * @throws FilterError `bad-value`
 */
export function readOperand(token: Token, kind: FieldKind): Operand {
  const operand = kind === 'number' ? readNumber(token) : readOther(token, kind);
  if (operand) return operand;
  const { position, text } = token;
  throw new FilterError('bad-value', { position, found: text, suggestion: EXAMPLES[kind] });
}

function readNumber({ kind, text }: Token): Operand | undefined {
  if (kind !== 'word') return undefined;
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false')
    return { kind: 'number', number: Number(word === 'true') };
  if (!NUMBER.test(text)) return undefined;
  // As in C, a leading zero means octal.
  return { kind: 'number', number: OCTAL.test(text) ? parseInt(text, 8) : Number(text) };
}

function readOther({ kind, text }: Token, field: FieldKind): Operand | undefined {
  if (field === 'ipv4' || field === 'ipv6') return readAddress(text, field);
  if (kind === 'string') return { kind: 'bytes', bytes: new TextEncoder().encode(text) };
  if (!HEX_BYTES.test(text)) return undefined;
  const bytes = text.split(/[:.-]/).map((byte) => parseInt(byte, 16));
  return { kind: 'bytes', bytes: Uint8Array.from(bytes) };
}

function readAddress(text: string, kind: 'ipv4' | 'ipv6'): Operand | undefined {
  const [address = '', length] = text.split('/');
  const bytes = kind === 'ipv4' ? parseIpv4(address) : parseIpv6(address);
  const most = kind === 'ipv4' ? 32 : 128;
  if (!bytes || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined;
  const prefix = length === undefined ? most : Number(length);
  return prefix <= most ? { kind: 'address', bytes, prefix } : undefined;
}
