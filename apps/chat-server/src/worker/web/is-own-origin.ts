/**
 * Whether a page of this origin may open a WebSocket here: one that this server has served, one that is listed,
 * and whatever is no page and so has none (RFC 6455 section 10.2). A class reaches the server by its address, so
 * names in Host are not listed.
 * @param origin the field Origin: `http://192.168.1.10:8067`
 * @param host the field Host: `192.168.1.10:8067`
 * @param listed origins of other servers whose pages may connect
 */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  listed: readonly string[],
): boolean {
  if (origin === undefined || listed.includes(origin)) return true;
  const { host: from, protocol, port } = parsed(origin) ?? {};
  if (from === undefined || host === undefined) return false;
  const usualPort = protocol === 'https:' ? '443' : '80';
  return (
    host.toLowerCase() === from || (port === '' && host.toLowerCase() === `${from}:${usualPort}`)
  );
}

function parsed(origin: string): URL | undefined {
  return URL.canParse(origin) ? new URL(origin) : undefined;
}
