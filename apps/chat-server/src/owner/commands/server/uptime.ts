/** How long something has been running, as RPL_STATSUPTIME shows it: `{ days: 2, clock: '3:04:05' }`. */
export function splitUptime(milliseconds: number): { days: number; clock: string } {
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const clock = `${hours % 24}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
  return { days: Math.floor(hours / 24), clock };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
