import type { Endpoint } from '@praktikum/protocol';
import type { Check, CheckContext, Finding } from './check.ts';
import { connectionCheck } from './connection-check.ts';
import { familiesCheck } from './families-check.ts';
import type { ExplainedFinding, FindingId } from './findings.ts';
import { firewallCheck } from './firewall-check.ts';
import { listenerCheck } from './listener-check.ts';
import { nameCheck } from './name-check.ts';
import { othersCheck } from './others-check.ts';
import { serviceCheck } from './service-check.ts';
import type { DoctorTexts } from './texts.ts';
import { tlsCheck } from './tls-check.ts';
import { udpCheck } from './udp-check.ts';
import type { ClientTls } from '../tls/tls-arguments.ts';

/** In the order in which one rests on the other. */
const TCP_CHECKS = [connectionCheck, tlsCheck, serviceCheck, othersCheck];
const checksOf = (udp: boolean): readonly Check[] => [
  nameCheck,
  familiesCheck,
  ...(udp ? [udpCheck] : TCP_CHECKS),
  listenerCheck,
  firewallCheck,
];

export interface CheckedThing {
  readonly name: Check['name'];
  readonly findings: readonly (ExplainedFinding & Pick<Finding, 'details'> & { id: FindingId })[];
}

export interface Diagnosis {
  readonly checks: readonly CheckedThing[];
  readonly problems: number;
  /** Of all problems, each once. */
  readonly remedies: readonly string[];
}

export interface DiagnoseOptions {
  readonly timeoutMs: number;
  readonly texts: Pick<DoctorTexts, 'finding'>;
  readonly signal: AbortSignal;
  readonly tls?: ClientTls | undefined;
  readonly udp: boolean;
  /** Told of every check when it is done; one without findings had nothing to examine. */
  readonly checked: (check: CheckedThing) => void;
}

/** Runs every check, one after the other: a later one builds on what an earlier one found. */
export async function diagnose(
  endpoint: Endpoint,
  { timeoutMs, texts, signal, tls, udp, checked }: DiagnoseOptions,
): Promise<Diagnosis> {
  const facts = { addresses: [], reachable: [], silent: [] };
  const context: CheckContext = { endpoint, timeoutMs, signal, facts, tls, udp };
  const checks: CheckedThing[] = [];
  for (const check of checksOf(udp)) {
    const found = await check.run(context);
    signal.throwIfAborted();
    const findings = found.map(({ id, details, ...rest }) => ({
      id,
      ...texts.finding({ id, details, ...rest }),
      details,
    }));
    const thing = { name: check.name, findings };
    checks.push(thing);
    checked(thing);
  }
  const problems = checks.flatMap(({ findings }) => findings).filter(isProblem);
  return {
    checks,
    problems: problems.length,
    remedies: [...new Set(problems.flatMap(({ remedies }) => remedies))],
  };
}

function isProblem({ status }: ExplainedFinding): boolean {
  return status === 'problem';
}
