import type { Command } from '../../command.ts';
import { isInCharge } from '../../rules/rights.ts';
import { notifyCapability } from './cap.ts';

/** Our own: for a teacher who wants no more accounts once the class is complete. */
export const registrations: Command = {
  syntax: 'REGISTRATIONS [ON|OFF]',
  about: {
    id: 'membuka atau menutup pendaftaran akun (guru, operator)',
    en: 'opens or closes the registration of accounts (teacher, operators)',
  },
  needs: 0,
  run({ network, client, params: [wanted] }) {
    const { accounts, words } = network;
    if (!isInCharge(network, client)) {
      const { teacherOnly } = words.fail;
      return client.standardReply('FAIL', 'REGISTRATIONS', 'PRIVILEGES_NEEDED', teacherOnly);
    }
    if (wanted !== undefined) {
      const isOpen = SWITCH.get(wanted.toUpperCase());
      if (isOpen === undefined) {
        const context = [wanted, words.fail.invalidParams];
        return client.standardReply('FAIL', 'REGISTRATIONS', 'INVALID_PARAMS', ...context);
      }
      if (isOpen !== accounts.isOpen) {
        accounts.isOpen = isOpen;
        notifyCapability(network, 'draft/account-registration');
      }
    }
    const state = accounts.isOpen ? 'open' : 'closed';
    const text = words.registrations[state];
    client.standardReply('NOTE', 'REGISTRATIONS', state.toUpperCase(), text);
  },
};

const SWITCH: ReadonlyMap<string, boolean> = new Map([
  ['ON', true],
  ['OFF', false],
]);
