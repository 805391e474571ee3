import { STATUS_CODES } from 'node:http';

export interface HttpResponse {
  readonly status: number;
  /** Fields beside those that every response has. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Default: what the status is called. */
  readonly text?: string;
}

/**
 * The bytes of a response after which the connection ends (RFC 9112).
 * @param method of the request; to HEAD the same is answered without a body
 */
export function responseBytes({ status, fields, text }: HttpResponse, method: string): Buffer {
  const body = Buffer.from(text ?? `${STATUS_CODES[status]}\n`);
  const head = {
    'content-type': 'text/plain; charset=utf-8',
    ...fields,
    'content-length': body.length,
    date: new Date().toUTCString(),
    connection: 'close',
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  const start = Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`);
  return method === 'HEAD' ? start : Buffer.concat([start, body]);
}
