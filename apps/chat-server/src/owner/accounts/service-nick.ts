/** Who answers for accounts; there is no such client. */
export const NICKSERV = 'NickServ';

/** Nobody may have this nick, or an account of this name: passwords are sent to it. */
export function isNickServ(nick: string): boolean {
  return nick.toLowerCase() === NICKSERV.toLowerCase();
}
