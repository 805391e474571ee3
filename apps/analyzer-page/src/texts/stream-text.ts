import type { ReportConversation } from '@praktikum/capture-report';

/** The number of a conversation as it is spoken of: `0`, and `UDP 0`, since UDP counts for itself. */
export function streamText({
  protocol,
  stream,
}: Pick<ReportConversation, 'protocol' | 'stream'>): string {
  return protocol === 'TCP' ? String(stream) : `UDP ${stream}`;
}
