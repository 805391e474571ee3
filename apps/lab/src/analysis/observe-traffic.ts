import type { Missing } from '../evidence/evidence.ts';
import { captureDuring, missingPackets, type TrafficCapture } from '../runs/traffic-capture.ts';
import type { Workbench } from '../runs/workbench.ts';
import type { Words } from '../words.ts';
import {
  explainCapture,
  type ExplainedCapture,
  type ExplainedConnection,
  type ExplainedDatagrams,
} from './explained-capture.ts';

interface Explanations {
  readonly TCP: ExplainedConnection;
  readonly UDP: ExplainedDatagrams;
}

interface ObservedTraffic<P extends keyof Explanations> extends TrafficCapture {
  /** What is looked for. */
  readonly protocol: P;
}

/** What a capture holds of one conversation. */
export interface CapturedTraffic<P extends keyof Explanations> {
  readonly file: string;
  readonly explained: Explanations[P];
  readonly capture: ExplainedCapture;
  /** It shows the first frames. */
  readonly ladder: Words;
}

interface Observed<T, P extends keyof Explanations> {
  /** What has happened. */
  readonly result: T;
  /** Undefined where nothing could be captured. */
  readonly captured: CapturedTraffic<P> | undefined;
  readonly missing: readonly Missing[];
}

/** Something happens, and its traffic is captured and explained where that is possible. */
export async function observeTraffic<T, P extends keyof Explanations>(
  bench: Workbench,
  { server, file, protocol }: ObservedTraffic<P>,
  during: () => Promise<T>,
): Promise<Observed<T, P>> {
  const { result, missing } = await captureDuring(bench, { server, file }, during);
  if (missing !== undefined) return { result, captured: undefined, missing: [missing] };
  const { capture, ladder } = await explainCapture(bench, file);
  const { explained } = capture;
  if (explained?.protocol !== protocol) {
    return { result, captured: undefined, missing: [missingPackets(file)] };
  }
  const captured = { file, explained: explained as Explanations[P], capture, ladder };
  return { result, captured, missing: [] };
}
