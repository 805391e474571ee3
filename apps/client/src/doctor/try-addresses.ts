import type { LookupAddress } from 'node:dns';
import type { CheckContext, Finding } from './check.ts';
import type { FindingId } from './findings.ts';

/** How an address took what was tried. */
export interface Attempt {
  readonly to: LookupAddress;
  /** Undefined when it succeeded; `ETIMEDOUT` when nothing came. */
  readonly code?: string;
  readonly ms: number;
}

/** Tries all addresses of the host at once, and notes for later checks which are reachable and which silent. */
export async function tryAddresses(
  context: CheckContext,
  attempt: (to: LookupAddress, context: CheckContext) => Promise<Attempt>,
  idOf: (code: string | undefined, address: string) => FindingId,
): Promise<Finding[]> {
  const { facts, endpoint, signal } = context;
  const attempts = await Promise.all(facts.addresses.map((to) => attempt(to, context)));
  signal.throwIfAborted();
  facts.reachable = attempts.filter(({ code }) => code === undefined).map(({ to }) => to);
  facts.silent = attempts.filter(({ code }) => code === 'ETIMEDOUT').map(({ to }) => to);
  return attempts.map(({ to: { address }, code, ms }): Finding => {
    const details = { address, port: endpoint.port, code: code ?? '', ms };
    const finding = { id: idOf(code, address), details };
    if (code === undefined) return finding;
    // One address that does not answer is no fault as long as another one does: Node tries all.
    return { ...finding, status: facts.reachable.length > 0 ? 'note' : 'problem' };
  });
}
