/**
 * Bytes of a request up to the empty line that ends its head. What a browser sends is a tenth of it.
 * @unit bytes
 * @against a request without end that fills the memory
 * @provenBy ./request-head.spec.ts: refuses a head that is too large, however it arrives: %i at a time
 */
export const MAX_HEAD_BYTES = 8 * 1024;

/** What a client asks for, or the HTTP status that says why it cannot be told. */
export type HttpRequest =
  { readonly method: string; readonly path: string } | { readonly failure: 400 | 431 | 505 };

/** `GET /metrics?x=1 HTTP/1.1` */
const REQUEST_LINE = /^([A-Z]+) (\/[^\s?#]*)(?:\?\S*)? HTTP\/(\d)\.\d$/;
/** RFC 9112 section 3.2: without it, a request of HTTP/1.1 is none. */
const HOST = /^host:/im;

/** Reads the head of one HTTP/1 request (RFC 9112) as it arrives. What comes behind it is not looked at. */
export class RequestHead {
  #text = '';

  /** @returns undefined while the head is not complete */
  push(chunk: Uint8Array): HttpRequest | undefined {
    const room = MAX_HEAD_BYTES - this.#text.length;
    this.#text += Buffer.from(chunk.subarray(0, room)).toString('latin1');
    // Empty lines before a request are to be ignored, and LF alone may end a line (section 2.2).
    const [head] = /^(?:\r?\n)*[^\r\n][^]*?\r?\n\r?\n/.exec(this.#text) ?? [];
    if (head !== undefined) return parse(head.trim());
    return chunk.length >= room ? { failure: 431 } : undefined;
  }
}

function parse(head: string): HttpRequest {
  const [line = '', ...fields] = head.split(/\r?\n/);
  const [, method, path, version] = REQUEST_LINE.exec(line) ?? [];
  if (method === undefined || path === undefined) return { failure: 400 };
  if (version !== '1') return { failure: 505 };
  if (line.endsWith('1.1') && !HOST.test(fields.join('\n'))) return { failure: 400 };
  return { method, path };
}
