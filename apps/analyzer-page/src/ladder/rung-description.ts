import { labelText, type ReportSegment, secondsText, segmentText } from '@praktikum/capture-report';
import type { Language } from '@praktikum/protocol';
import { PAGE_TEXTS } from '../texts/texts.ts';

/** A rung in words, for those who hear it. */
export function rungDescription(segment: ReportSegment, language: Language): string {
  const { ladder: texts } = PAGE_TEXTS[language];
  const direction = segment.fromClient ? texts.toServer : texts.toClient;
  const seconds = secondsText(segment.at, language);
  const parts = [texts.rung(String(segment.frame), seconds, direction, segmentText(segment))];
  if (segment.text !== '') parts.push(texts.carries(segment.text));
  parts.push(...segment.labels.map((label) => labelText(label, language).name));
  if (segment.statesChanged) parts.push(texts.states(segment.clientState, segment.serverState));
  return parts.join('; ');
}
