import type { Endpoint } from '@praktikum/capture';
import { formatEndpoint } from '@praktikum/protocol';

/** `127.0.0.1:40000`, as in the log of a server. */
export function endpointText({ address, port }: Endpoint): string {
  return formatEndpoint({ host: address, port });
}
