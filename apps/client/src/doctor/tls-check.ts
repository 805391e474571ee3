import { TLSSocket } from 'node:tls';
import { CodedError, codeOf, type ErrorDetails } from '@praktikum/protocol';
import { openConnection } from '../open-connection.ts';
import { certificateNames } from '../tls/certificate-names.ts';
import type { Check, CheckContext, Finding } from './check.ts';
import type { FindingId } from './findings.ts';

const DAY_MS = 86_400_000;

/** A certificate that ends within so many days is worth a word. */
const SOON_DAYS = 14;

/** Does the server speak TLS, and is it who it says? Only where TLS is asked for. */
export const tlsCheck: Check = {
  name: 'tls',
  async run(context) {
    const { tls, facts, timeoutMs, signal } = context;
    const [to] = facts.reachable;
    if (tls === undefined || to === undefined) return [];
    const began = performance.now();
    try {
      const socket = await openConnection(context.endpoint, {
        timeoutMs,
        signal,
        addresses: [to],
        tls,
      });
      const findings = securedFindings(socket as TLSSocket, performance.now() - began);
      socket.destroy();
      return tls.insecure ? [...findings, { id: 'TLS_UNCHECKED' }] : findings;
    } catch (error) {
      signal.throwIfAborted();
      facts.reachable = []; // what cannot be secured cannot be talked to
      return [tlsFailure(error, context)];
    }
  },
};

/** Whether a port that did not answer in plain text answers in TLS, whoever it is. */
export async function speaksTls(context: CheckContext): Promise<Finding | undefined> {
  const { endpoint, facts, timeoutMs, signal } = context;
  try {
    const socket = await openConnection(endpoint, {
      timeoutMs,
      signal,
      addresses: facts.reachable.slice(0, 1),
      tls: { insecure: true },
    });
    const protocol = (socket as TLSSocket).getProtocol() ?? '';
    socket.destroy();
    return { id: 'SERVICE_SPEAKS_TLS', details: { protocol } };
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

function securedFindings(socket: TLSSocket, ms: number): Finding[] {
  const { standardName, name } = socket.getCipher();
  const { subjectaltname, valid_to: until } = socket.getPeerCertificate();
  const details = {
    protocol: socket.getProtocol() ?? '',
    cipher: standardName || name,
    server: certificateNames(subjectaltname),
    ms,
  };
  const findings: Finding[] = [{ id: 'TLS_SECURED', details }];
  const end = new Date(until);
  if (end.getTime() - Date.now() < SOON_DAYS * DAY_MS) {
    findings.push({ id: 'TLS_ENDS_SOON', details: { date: end.toISOString().slice(0, 10) } });
  }
  return findings;
}

const FAILURES: Readonly<Record<string, FindingId>> = {
  ERR_TLS_UNKNOWN_CA: 'TLS_UNKNOWN_CA',
  ERR_TLS_WRONG_NAME: 'TLS_WRONG_NAME',
  ERR_TLS_SERVER_EXPIRED: 'TLS_EXPIRED',
  ERR_TLS_CLIENT_REJECTED: 'TLS_CLIENT_REJECTED',
  ERR_TLS_PLAIN_SERVER: 'TLS_PLAIN_SERVER',
  ERR_TLS_SILENT: 'TLS_SILENT',
};

/** What a handshake failed with, as a finding. */
export function tlsFailure(error: unknown, { endpoint, timeoutMs }: CheckContext): Finding {
  const code = codeOf(error);
  const known: ErrorDetails = error instanceof CodedError ? error.details : {};
  const details = {
    host: endpoint.host,
    ms: timeoutMs,
    code: known.reason ?? code,
    names: known.names ?? '',
  };
  return { id: FAILURES[code] ?? 'TLS_FAILED', details };
}
