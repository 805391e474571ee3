import { labelText, type ReportSegment, rungText } from '@praktikum/capture-report';
import type { PageTexts } from '../texts/page-texts.ts';

/** A rung in words, for those who hear it. */
export function rungDescription(segment: ReportSegment, page: PageTexts): string {
  const { ladder: texts, labels } = page;
  const direction = segment.fromClient ? texts.toServer : texts.toClient;
  const seconds = page.seconds(segment.at);
  const parts = [texts.rung(String(segment.frame), seconds, direction, rungText(segment))];
  if (segment.text !== '') parts.push(texts.carries(segment.text));
  parts.push(...segment.labels.map((label) => labelText(label, labels).name));
  if (segment.statesChanged) parts.push(texts.states(segment.clientState, segment.serverState));
  return parts.join('; ');
}
