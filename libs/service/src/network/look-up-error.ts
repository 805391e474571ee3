import { codeOf } from '@praktikum/protocol';

/** Whether looking a name up failed because no name can look like that: `getaddrinfo EINVAL ١٢`. */
export function isImpossibleName(error: unknown): boolean {
  return codeOf(error) === 'EINVAL' && (error as NodeJS.ErrnoException).syscall === 'getaddrinfo';
}
