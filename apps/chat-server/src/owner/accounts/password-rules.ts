import { byteLength } from '@praktikum/irc';
import { MIN_PASSWORD_LENGTH } from './accounts.ts';

/**
 * Longest password.
 * @unit bytes
 * @against passwords that are all the work of hashing them
 * @provenBy ./password-rules.spec.ts: takes no password of more than so many bytes
 */
export const MAX_PASSWORD_BYTES = 600;

/** What is wrong with a new password: codes of IRCv3 draft/account-registration. */
export function passwordFault(
  password: string,
): 'WEAK_PASSWORD' | 'UNACCEPTABLE_PASSWORD' | undefined {
  if (byteLength(password) > MAX_PASSWORD_BYTES) return 'UNACCEPTABLE_PASSWORD';
  return [...password].length < MIN_PASSWORD_LENGTH ? 'WEAK_PASSWORD' : undefined;
}
