import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workspaceRoot } from '@praktikum/peers';
import {
  explainCapture,
  type ExplainedCapture,
  type FrameRange,
} from '../../analysis/explained-capture.ts';
import type { Missing } from '../../evidence/evidence.ts';
import { LOSS_FILES, lossFiles, type LossFacts } from '../../namespace/loss-facts.ts';
import { runInNamespace, type NamespaceRefusal } from '../../namespace/lossy-namespace.ts';
import type { Workbench } from '../../runs/workbench.ts';
import {
  lossExhibits,
  repairFindings,
  retransmissionsIn,
  transferFindings,
} from './loss-exhibits.ts';
import { say, type ObservedPart } from './observed-part.ts';

/** The files that ship with the product; recordings/README.md says how they were made. */
const RECORDINGS = join(workspaceRoot(), 'apps', 'lab', 'recordings');

const ELSEWHERE = lossFiles('tcp-loss-recorded-elsewhere');

/** Frames that the ladder shows before the first loss, and after its repair. */
const AROUND = 6;

/** What was seen of loss. */
interface ObservedLossPart extends ObservedPart {
  /** All of it is a recording of ours, and nothing of this machine. */
  readonly elsewhere: boolean;
}

/** TCP on a network that loses segments: here where that can be, otherwise in a recording of ours. */
export async function observeLoss(bench: Workbench): Promise<ObservedLossPart> {
  const facts = await runInNamespace(bench);
  if ('words' in facts) return { ...(await recording(bench, refused(facts))), elsewhere: true };
  const here = { facts, files: LOSS_FILES, elsewhere: false };
  const findings = transferFindings(here);
  if (facts.missing !== undefined) {
    const recorded = await recording(bench, notCaptured(facts.missing));
    return { ...recorded, findings: [...findings, ...recorded.findings], elsewhere: false };
  }
  const repair = await explained(bench, here);
  return { ...repair, findings: [...findings, ...repair.findings], missing: [], elsewhere: false };
}

/** The recording that ships with the product. */
async function recording(bench: Workbench, missing: Missing): Promise<ObservedPart> {
  for (const file of ['capture', 'facts'] as const) {
    await copyFile(join(RECORDINGS, LOSS_FILES[file]), bench.path(ELSEWHERE[file]));
  }
  const facts = JSON.parse(await readFile(bench.path(ELSEWHERE.facts), 'utf8')) as LossFacts;
  const loss = { facts, files: ELSEWHERE, elsewhere: true };
  const { findings, exhibits } = await explained(bench, loss);
  return { findings: [...transferFindings(loss), ...findings], exhibits, missing: [missing] };
}

async function explained(bench: Workbench, loss: Parameters<typeof transferFindings>[0]) {
  const { capture, ladder } = await explainCapture(bench, loss.files.capture, aroundFirstLoss);
  const observed = { ...loss, capture, ladder };
  return { findings: repairFindings(observed), exhibits: lossExhibits(observed) };
}

/** The first segment that was sent twice, and the frames between both times. */
function aroundFirstLoss(capture: ExplainedCapture): FrameRange | undefined {
  const [first] = retransmissionsIn(capture);
  if (first === undefined) return undefined;
  const { frame, originalFrame } = first;
  return [Math.max(1, (originalFrame ?? frame) - AROUND), frame + AROUND];
}

function refused({ words }: NamespaceRefusal): Missing {
  const what = say(({ lossHere }) => lossHere);
  if (words === undefined) {
    return {
      what,
      why: say(({ onlyOnLinux }) => onlyOnLinux),
      remedies: [say(({ useLinux }) => useLinux)],
    };
  }
  const notInstalled = words === '' || /not found/.test(words);
  const remedies = [say((texts) => (notInstalled ? texts.installTools : texts.useLinux))];
  return { what, why: say(({ namespaceRefused }) => namespaceRefused(words)), remedies };
}

function notCaptured({ why, remedies }: Missing): Missing {
  return { what: say(({ lossHere }) => lossHere), why, remedies };
}
