import { FLAGS_TEST, translateFlagsTest } from './capture-flags.ts';
import { parseIpv4, parseIpv6 } from './parse/parse-address.ts';

/** What a value without words of its own is, by the words before: `src port 80 or 443`. */
interface Qualifiers {
  readonly protocol: string;
  readonly direction: 'addr' | 'src' | 'dst';
  readonly type: 'host' | 'net' | 'port' | 'portrange';
}

const PROTOCOLS: Readonly<Record<string, string>> = {
  ip: 'ip',
  ip6: 'ipv6',
  tcp: 'tcp',
  udp: 'udp',
  icmp: 'icmp',
  icmp6: 'icmpv6',
  arp: 'arp',
};
const TYPES: ReadonlySet<string> = new Set(['host', 'net', 'port', 'portrange']);
/** Tests of the length on the wire. */
const LENGTHS: Readonly<Record<string, string>> = { less: '<=', greater: '>=' };
const JOINTS: ReadonlyMap<string | undefined, string> = new Map([
  ['and', '&&'],
  ['&&', '&&'],
  ['or', '||'],
  ['||', '||'],
]);
const WORD = /&&|\|\||[()!]|[^\s()!&|]+/;
const TOKEN = new RegExp(`${FLAGS_TEST.source}|${WORD.source}`, 'g');

/**
 * Puts a capture filter (pcap-filter(7): `tcp port 12345 and host 10.0.0.1`) into the words of a
 * display filter, as far as both languages have them.
 * @returns undefined when it is no capture filter, or one that cannot be translated
 */
export function translateCaptureFilter(filter: string): string | undefined {
  const tokens = filter.match(TOKEN) ?? [];
  const translator = new CaptureFilterTranslator(tokens);
  const translated = translator.expression();
  return translator.done ? translated : undefined;
}

class CaptureFilterTranslator {
  readonly #tokens: readonly string[];
  #at = 0;
  #last: Qualifiers | undefined;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#tokens.length > 0 && this.#at === this.#tokens.length;
  }

  /** `and` and `or` bind alike here, from left to right; in a display filter `and` binds more. */
  expression(): string | undefined {
    let text = this.#term();
    let latest = '';
    for (;;) {
      const joint = JOINTS.get(this.#tokens[this.#at]);
      if (text === undefined || joint === undefined) return text;
      this.#at += 1;
      const right = this.#term();
      if (right === undefined) return undefined;
      const left: string = latest === '||' && joint === '&&' ? `(${text})` : text;
      text = `${left} ${joint} ${right}`;
      latest = joint;
    }
  }

  #term(): string | undefined {
    if (this.#take('not', '!')) {
      const of = this.#term();
      return of?.startsWith('(') ? `!${of}` : of && `!(${of})`;
    }
    if (!this.#take('(')) return this.#primitive();
    const inside = this.expression();
    return inside !== undefined && this.#take(')') ? `(${inside})` : undefined;
  }

  #primitive(): string | undefined {
    const flags = translateFlagsTest(this.#tokens[this.#at] ?? '');
    if (flags !== undefined) {
      this.#at += 1;
      return flags;
    }
    const length = this.#take(...Object.keys(LENGTHS));
    if (length) return this.#length(length);
    const protocol = this.#take(...Object.keys(PROTOCOLS));
    const direction = this.#take('src', 'dst');
    const type = this.#take(...TYPES);
    const bare = !protocol && !direction && !type;
    if (protocol && !direction && !type) return PROTOCOLS[protocol];
    const value = this.#tokens[this.#at];
    if (value === undefined || (bare && !this.#last)) return undefined;
    this.#at += 1;
    const qualifiers: Qualifiers =
      bare && this.#last
        ? this.#last
        : {
            protocol: protocol ?? '',
            direction: (direction ?? 'addr') as Qualifiers['direction'],
            type: (type ?? 'host') as Qualifiers['type'],
          };
    this.#last = qualifiers;
    return translated(qualifiers, value);
  }

  #length(word: string): string | undefined {
    const value = this.#tokens[this.#at] ?? '';
    if (!/^\d{1,9}$/.test(value)) return undefined;
    this.#at += 1;
    return `frame.len ${LENGTHS[word]} ${Number(value)}`;
  }

  #take(...texts: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || !texts.includes(token)) return undefined;
    this.#at += 1;
    return token;
  }
}

function translated({ protocol, direction, type }: Qualifiers, value: string): string | undefined {
  if (type === 'host' || type === 'net') {
    const test = addressTest(direction, type === 'net' ? wholeNet(value) : value, type);
    const fits = protocol === '' || test?.startsWith(`${PROTOCOLS[protocol]}.`);
    return fits ? test : undefined;
  }
  const test = type === 'port' ? portTest(value) : rangeTest(value);
  if (test === undefined) return undefined;
  const field = direction === 'addr' ? 'port' : `${direction}port`;
  if (protocol === 'tcp' || protocol === 'udp') return `${protocol}.${field} ${test}`;
  // A capture filter's port is that of either protocol.
  return protocol === '' ? `(tcp.${field} ${test} || udp.${field} ${test})` : undefined;
}

/** Of a network the last bytes may be left out: `net 192.168`. */
function wholeNet(value: string): string {
  const bytes = value.split('.');
  if (bytes.length > 3 || bytes.some((byte) => !/^\d{1,3}$/.test(byte))) return value;
  return `${[...bytes, 0, 0, 0].slice(0, 4).join('.')}/${bytes.length * 8}`;
}

function addressTest(
  direction: Qualifiers['direction'],
  value: string,
  type: 'host' | 'net',
): string | undefined {
  const address = value === 'localhost' ? '127.0.0.1' : value;
  const [host = '', length] = address.split('/');
  if (length !== undefined && (type === 'host' || !/^\d{1,3}$/.test(length))) return undefined;
  if (parseIpv4(host)) return `ip.${direction} == ${address}`;
  return parseIpv6(host) ? `ipv6.${direction} == ${address}` : undefined;
}

function portTest(value: string): string | undefined {
  return /^\d{1,5}$/.test(value) ? `== ${Number(value)}` : undefined;
}

function rangeTest(value: string): string | undefined {
  const [, from, to] = /^(\d{1,5})-(\d{1,5})$/.exec(value) ?? [];
  return from === undefined ? undefined : `in {${Number(from)}..${Number(to)}}`;
}
