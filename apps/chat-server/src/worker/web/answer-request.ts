import type { IncomingMessage, ServerResponse } from 'node:http';

const PAGE = `Di sini server chat menunggu aplikasi chat lewat WebSocket. Gunakan aplikasi IRC, misalnya irssi.
The chat server waits here for chat programs that speak WebSocket. Use an IRC program, irssi for example.
`;

/** Answers a request for a page. A connection is for one request. */
export function answerRequest(
  { method, url = '/' }: IncomingMessage,
  response: ServerResponse,
): void {
  response.setHeader('connection', 'close');
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.setHeader('x-content-type-options', 'nosniff');
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end('Method Not Allowed\n');
  } else if (url !== '/' && !url.startsWith('/?')) response.writeHead(404).end('Not Found\n');
  else response.writeHead(200).end(PAGE);
}
