import type { Catalogue, Explanation } from '@praktikum/service';
import { NUMBER_TEXTS, type NumberTexts } from '../number-texts.ts';
import type { Finding, Status } from './check.ts';
import { CONNECTION_FINDINGS } from './connection-findings.ts';
import type { FindingEntry, SayFinding } from './finding-entry.ts';
import { MACHINE_FINDINGS } from './machine-findings.ts';
import { SERVICE_FINDINGS } from './service-findings.ts';
import { TLS_FINDINGS } from './tls-findings.ts';
import { UDP_FINDINGS } from './udp-findings.ts';

/** Everything that the doctor can find. */
const FINDINGS = {
  ...CONNECTION_FINDINGS,
  ...TLS_FINDINGS,
  ...SERVICE_FINDINGS,
  ...MACHINE_FINDINGS,
  ...UDP_FINDINGS,
};

export type FindingId = keyof typeof FINDINGS;

export interface ExplainedFinding extends Explanation {
  readonly status: Status;
}

/** Puts findings into the words of their reader. */
export const FINDING_TEXTS: Catalogue<(finding: Finding) => ExplainedFinding> = {
  id(finding) {
    const { id, remedies } = entryOf(finding);
    return explained(finding, NUMBER_TEXTS.id, id, remedies?.id);
  },
  en(finding) {
    const { en, remedies } = entryOf(finding);
    return explained(finding, NUMBER_TEXTS.en, en, remedies?.en);
  },
};

function entryOf({ id }: Finding): FindingEntry {
  return FINDINGS[id];
}

function explained(
  finding: Finding,
  { ms }: NumberTexts,
  say: SayFinding,
  remedies: readonly string[] = [],
): ExplainedFinding {
  const { details = {}, status = entryOf(finding).status } = finding;
  return {
    status,
    message: say(details, ms(Number(details.ms ?? 0))),
    remedies: status === 'problem' ? remedies : [],
  };
}
