import { isIPv6 } from 'node:net';
import { escapeControls } from '@praktikum/protocol';

/**
 * The names of a certificate as people write them: of `DNS:localhost, IP Address:0:0:0:0:0:0:0:1`, as Node
 * gives them (https://nodejs.org/api/tls.html#certificate-object), `localhost, ::1`.
 */
export function certificateNames(subjectAltName = ''): string {
  const names = subjectAltName.split(', ').map((name) => name.replace(/^(DNS|IP Address):/, ''));
  return escapeControls(names.map(shortened).join(', '));
}

/** RFC 5952. */
function shortened(name: string): string {
  return isIPv6(name) ? new URL(`http://[${name}]`).hostname.slice(1, -1) : name;
}
