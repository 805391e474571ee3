/** Longest parameter of AUTHENTICATE; one of exactly this length says that more follows (IRCv3 sasl-3.1). */
const CHUNK_LENGTH = 400;

/**
 * Longest message of SASL, in base64: names and the longest password, with room to spare.
 * @unit characters
 * @against a client that sends chunk after chunk and never the last one
 * @provenBy ./sasl-message.spec.ts: takes no more than so many characters
 */
const MAX_SASL_MESSAGE = 4 * CHUNK_LENGTH;

/** Strict base64 of RFC 4648, with its padding. */
const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

/** Puts a message together from the chunks of several AUTHENTICATE commands. */
export class SaslMessage {
  #text = '';

  /**
   * @returns `more` when others are to follow, the whole message, or what is wrong: `long-chunk` for a
   *   parameter that is too long, `too-much` for a message that is, `no-base64`
   */
  push(chunk: string): 'more' | 'long-chunk' | 'too-much' | 'no-base64' | Uint8Array {
    if (chunk.length > CHUNK_LENGTH) return 'long-chunk';
    if (chunk !== '+') this.#text += chunk; // `+` is the empty chunk
    if (this.#text.length > MAX_SASL_MESSAGE) return 'too-much';
    if (chunk.length === CHUNK_LENGTH) return 'more';
    return BASE64.test(this.#text) ? Buffer.from(this.#text, 'base64') : 'no-base64';
  }
}

/** Who wants to log in, and by which password. */
interface PlainCredentials {
  /** Whose rights are asked for; empty: those of `account`. */
  readonly actingAs: string;
  readonly account: string;
  readonly password: string;
}

/**
 * The message of PLAIN: `[authzid] NUL authcid NUL passwd`. Undefined for one that is not of this form, or
 * without a name or a password. Source: RFC 4616, section 2.
 */
export function parsePlain(message: Uint8Array): PlainCredentials | undefined {
  const [actingAs, account, password, ...more] = decode(message)?.split('\0') ?? [];
  if (actingAs === undefined || !account || !password || more.length > 0) return undefined;
  return { actingAs, account, password };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
