/** Bits of `tcp[tcpflags]` by their names in capture filters, and the fields of a display filter. */
const FLAGS: readonly (readonly [name: string, field: string])[] = [
  ['tcp-fin', 'fin'],
  ['tcp-syn', 'syn'],
  ['tcp-rst', 'reset'],
  ['tcp-push', 'push'],
  ['tcp-ack', 'ack'],
  ['tcp-urg', 'urg'],
  ['tcp-ece', 'ece'],
  ['tcp-cwr', 'cwr'],
];
/** All that the byte of the flags can hold. */
const EVERY_FLAG = 0xff;

/** A test of flags, as one token of a capture filter: `tcp[tcpflags] & (tcp-syn|tcp-ack) != 0`. */
export const FLAGS_TEST =
  /tcp\[(?:tcpflags|13)\]\s*(?:&\s*(?<mask>\([^()]*\)|[\w-]+)\s*)?(?<operator>!=|==?)\s*(?<value>\([^()]*\)|[\w-]+)/;

/**
 * Puts such a test into the words of a display filter; undefined when it is none. libpcap finds no TCP
 * header behind that of IPv6.
 */
export function translateFlagsTest(test: string): string | undefined {
  const {
    mask: of = `${EVERY_FLAG}`,
    operator,
    value: to = '',
  } = FLAGS_TEST.exec(test)?.groups ?? {};
  const [mask, value] = [bitsOf(of), bitsOf(to)];
  if (mask === undefined || value === undefined || operator === undefined) return undefined;
  // A bit that the mask takes away is never equal.
  if ((value & ~mask) !== 0) return undefined;
  const equal = operator !== '!=';
  const tests = FLAGS.flatMap(([, field], bit) => {
    if ((mask & (1 << bit)) === 0) return [];
    const isSet = (value & (1 << bit)) !== 0;
    return [`tcp.flags.${field} == ${isSet === equal ? 1 : 0}`];
  });
  if (tests.length === 0) return undefined;
  // Equal: every bit as it is written; not equal: at least one of them is otherwise.
  const joined = tests.join(equal ? ' && ' : ' || ');
  return `(ip && ${equal || tests.length === 1 ? joined : `(${joined})`})`;
}

/** `tcp-syn`, `(tcp-syn|tcp-ack)`, `0x12`, `18`. */
function bitsOf(text: string): number | undefined {
  const words = text.replace(/^\(|\)$/g, '').split('|');
  return words.reduce<number | undefined>((sum, word) => {
    const name = word.trim();
    const place = FLAGS.findIndex(([flag]) => flag === name);
    const bits =
      place >= 0 ? 1 << place : /^(?:0x[\da-f]+|\d+)$/i.test(name) ? Number(name) : undefined;
    return sum === undefined || bits === undefined ? undefined : sum | bits;
  }, 0);
}
