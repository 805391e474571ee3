import { randomBytes } from 'node:crypto';
import { foldCase } from '@praktikum/irc';
import type { OwnerSurroundings } from '@praktikum/server-program';
import type { ChatSettings } from '../settings/chat-settings.ts';
import { Store } from '../store/store.ts';
import { dataReason } from '../data-reason.ts';
import { TEXTS } from '../texts.ts';
import { Accounts } from './accounts/accounts.ts';
import { ChannelRegister } from './state/channel-register.ts';
import { ChatOwner } from './chat-owner.ts';
import { CHAT_WORDS } from './words/chat-words.ts';
import { Chronicle } from './history/chronicle.ts';
import { chatCommands } from './commands.ts';
import { Markers } from './state/markers.ts';
import { Network } from './state/network.ts';
import { Outgoing } from './state/outgoing.ts';
import { makeTeacher } from './accounts/teacher.ts';

const CLOAK_KEY = 'cloak-key';

/**
 * Opens what is kept, and makes the owner of users and channels.
 * @throws CodedError `ERR_CHAT_DATA` or `ERR_CHAT_DATA_IN_USE`
 */
export async function startOwner(
  settings: ChatSettings,
  { log, language }: OwnerSurroundings,
): Promise<ChatOwner> {
  const fold = (text: string) => foldCase(text, settings.casemapping);
  const store = await openStore(settings, { log, language });
  const accounts = new Accounts(store, fold);
  const network = new Network({
    ...{ settings, log, accounts },
    words: CHAT_WORDS[language],
    outgoing: new Outgoing(),
    chronicle: new Chronicle(store, settings.history),
    register: new ChannelRegister(store, fold(settings.classChannel), fold),
    markers: new Markers(store, store?.state.markers ?? []),
  });
  try {
    await makeTeacher(network, language);
  } catch (error) {
    await store?.close();
    throw error;
  }
  return new ChatOwner(network, chatCommands(language), { store, cloakKey: cloakKeyOf(store) });
}

/** A server that keeps neither accounts nor history writes nothing. */
async function openStore(
  { accounts, history, dataDir: folder, retention }: ChatSettings,
  { log, language }: OwnerSurroundings,
): Promise<Store | undefined> {
  if (!accounts && !history) return undefined;
  const texts = TEXTS[language];
  return Store.open({
    folder,
    retention,
    failed: (code, waiting) => {
      log.error(
        { event: 'data-failed', code, waiting },
        texts.dataFailed(dataReason(language, code)),
      );
    },
    recovered: (lost) => log.info({ event: 'data-recovered', lost }, texts.dataRecovered(lost)),
    ended: (error) => {
      log.error({ event: 'data-ended', reason: String(error) }, texts.dataEnded(String(error)));
    },
  });
}

/** The same over restarts, so that bans by address hold. */
function cloakKeyOf(store: Store | undefined): string {
  const kept = store?.state.settings[CLOAK_KEY];
  if (kept !== undefined) return kept;
  const key = randomBytes(32).toString('hex');
  store?.saveSetting(CLOAK_KEY, key);
  return key;
}
