import { X509Certificate } from 'node:crypto';
import type { Endpoint } from '@praktikum/protocol';
import { addressesForOthers, type Logger } from '@praktikum/service';
import type { TlsSettings } from '@praktikum/socket-pool';
import type { ServerTexts } from './texts.ts';

/**
 * How many addresses of this machine are told of.
 * @unit addresses
 * @against a start that a machine with many networks fills with lines
 * @provenBy ./log-how-to-try.spec.ts: tells of no more than three addresses of %s
 */
const MAX_ADDRESSES = 3;

/**
 * A command that tries a server.
 * @param tls what our client needs for TLS, with a blank before; '' without TLS
 */
export type TryCommand = (host: string, port: number, tls: string) => string;

type TriedTls = Pick<TlsSettings, 'clientCert' | 'identities'>;

/**
 * Logs by which command a server can be tried: on this machine, and on others where it listens for them.
 * @param others the addresses by which other machines reach this one
 */
export function logHowToTry(
  log: Logger,
  { host, port }: Endpoint,
  tls: TriedTls | undefined,
  command: TryCommand,
  { tryIt }: Pick<ServerTexts, 'tryIt'>,
  others = addressesForOthers(),
): void {
  const everywhere = host === '0.0.0.0' || host === '::';
  const options = tlsOptions(tls);
  log.info({ event: 'hint' }, tryIt.here(command(everywhere ? 'localhost' : host, port, options)));
  if (!everywhere) return;
  const reachable = others.filter((address) => tls === undefined || isCertified(tls, address));
  for (const address of reachable.slice(0, MAX_ADDRESSES)) {
    log.info({ event: 'hint', address }, tryIt.elsewhere(command(address, port, options)));
  }
  const [address] = others;
  if (address === undefined || reachable.length > 0) return;
  log.info({ event: 'hint', address }, tryIt.uncertified(address));
}

/** A client refuses a server whose certificate is not for the address that it was given. */
function isCertified({ identities }: TriedTls, address: string): boolean {
  return identities.some(({ cert }) => new X509Certificate(cert).checkIP(address) !== undefined);
}

/** Where `node praktikum certificates` puts what a client needs. */
function tlsOptions(tls: TriedTls | undefined): string {
  if (tls === undefined) return '';
  const own = ' --cert certificates/budi.pem --key certificates/budi-key.pem';
  return ` --tls --ca certificates/ca.pem${tls.clientCert === 'required' ? own : ''}`;
}
