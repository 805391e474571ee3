import { isNick } from '@praktikum/irc';
import { CodedError } from '@praktikum/protocol';
import type { Language } from '@praktikum/service';
import { TEXTS } from '../../texts.ts';
import type { Network } from '../state/network.ts';
import { isNickServ } from './service-nick.ts';
import { randomPassword } from './random-password.ts';

/**
 * Makes the account of the teacher, if there is to be one and it is not there yet, or gives it another password.
 * The password is said once, in the log.
 * @throws CodedError `ERR_CHAT_PASSWORD_HIDDEN` when nobody would see it; `ERR_CHAT_TEACHER` for a name that cannot
 *   be a nick; `ERR_CHAT_TEACHER_TAKEN` for the account of a student
 */
export async function makeTeacher(network: Network, language: Language): Promise<void> {
  const { settings, accounts, log } = network;
  const { teacher: name } = settings;
  if (name === null) return;
  if (!settings.accounts || !isNick(name, settings.limits.nick) || isNickServ(name)) {
    throw new CodedError('ERR_CHAT_TEACHER', `${name} cannot be a teacher`, { details: { name } });
  }
  const known = accounts.get(name);
  const texts = TEXTS[language];
  if (known?.isTeacher && !settings.newPassword) {
    log.info({ event: 'teacher-known', account: known.name }, texts.teacherKnown(known.name));
    log.info({ event: 'teacher-login' }, texts.teacherLogin(known.name));
    return;
  }
  if (known !== undefined && !known.isTeacher) {
    throw new CodedError('ERR_CHAT_TEACHER_TAKEN', `${name} is an account already`, {
      details: { name },
    });
  }
  // It is said once: where nobody would see it, it must not be made.
  if (settings.hidesLog) throw hidden('--watch');
  if (!log.isLevelEnabled('info')) throw hidden('--log-level');
  const password = randomPassword();
  await accounts.save(name, password, true);
  // Whoever had rights in the class before there was a teacher has them no more.
  if (known === undefined) network.register.forgetRights(network.fold(settings.classChannel));
  log.info({ event: 'teacher', account: name }, texts.teacherMade(name, password));
  log.info({ event: 'teacher-login' }, texts.teacherLogin(name));
}

function hidden(option: string): CodedError {
  return new CodedError('ERR_CHAT_PASSWORD_HIDDEN', `${option} hides the password`, {
    details: { option },
  });
}
