/** One JSON line of a server's log. */
export type LogEvent = Readonly<Record<string, unknown>> & { readonly event: string };

/** The event of a line; undefined when it is none. */
export function parseLogEvent(line: string): LogEvent | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as LogEvent;
  } catch {
    return undefined; // a line of another program's
  }
}
