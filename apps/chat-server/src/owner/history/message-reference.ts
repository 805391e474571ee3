import type { HistoryPoint } from '../../store/history-query.ts';

/** `2026-12-01T02:30:00.000Z`: UTC, with fractions of a second or without. */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** Characters up to the fraction. */
const WHOLE_SECONDS = '2026-12-01T02:30:00'.length;

/**
 * `timestamp=2026-12-01T02:30:00.000Z` in milliseconds since 1970; undefined for anything else.
 * Source: IRCv3 server-time, and the references of draft/chathistory.
 */
export function parseTimestamp(text: string): number | undefined {
  const [key, value = ''] = text.split('=');
  if (
    key !== 'timestamp' ||
    !TIMESTAMP.test(value) ||
    text.length !== key.length + 1 + value.length
  ) {
    return undefined;
  }
  const time = Date.parse(value);
  // Of 31 February `Date` makes 3 March.
  const isDay = !Number.isNaN(time) && formatTime(time).startsWith(value.slice(0, WHOLE_SECONDS));
  return isDay ? time : undefined;
}

/** The time as clients write it, without `timestamp=`. */
export function formatTime(time: number): string {
  return new Date(time).toISOString();
}

/** `msgid=mh2k-7` or `timestamp=…`; undefined for anything else. */
export function parseReference(text: string): HistoryPoint | undefined {
  const [, msgid] = /^msgid=(.+)$/.exec(text) ?? [];
  if (msgid !== undefined) return { msgid };
  const time = parseTimestamp(text);
  return time === undefined ? undefined : { time };
}
