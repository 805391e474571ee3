import type { Case } from '../cases/case.ts';
import { measureSilent } from '../cases/measure-silent.ts';
import { chatCase, type Conversation } from './chat-case.ts';

const SERVERS = ['ngircd', 'chat-server'];
/** In turn, as the others, so that what the machine does meanwhile meets both. */
const WITH_AND_WITHOUT_HISTORY = ['chat-server', 'chat-server-history'];

const FAN_OUT = { main: 'wallSeconds', members: 100, messages: 1000, window: 50 } as const;
const ONE_BY_ONE = { main: 'p50', members: 100, messages: 300, window: 1 } as const;

/** Those that talk; `idle` is apart. */
const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'fan-out',
    peers: SERVERS,
    ...FAN_OUT,
  },
  {
    name: 'fan-out-quickack',
    peers: SERVERS,
    ...FAN_OUT,
    quickack: true,
  },
  {
    name: 'one-by-one',
    peers: SERVERS,
    ...ONE_BY_ONE,
  },
  {
    name: 'one-by-one-quickack',
    peers: SERVERS,
    ...ONE_BY_ONE,
    quickack: true,
  },
  {
    name: 'fan-out-1000',
    peers: SERVERS,
    main: 'wallSeconds',
    members: 1000,
    messages: 200,
    window: 20,
  },
  {
    name: 'fan-out-history',
    peers: WITH_AND_WITHOUT_HISTORY,
    ...FAN_OUT,
  },
  {
    name: 'one-by-one-history',
    peers: WITH_AND_WITHOUT_HISTORY,
    ...ONE_BY_ONE,
  },
];

const USERS = 2000;
const CHANNELS = 20;
/** Come before: what a server needs once, whoever comes, is not to be laid to the users. */
const FIRST_USERS = 500;

/** @param share of the messages and the idle users, above 0 and at most 1; members stay as many */
export function chatCases(share: number): readonly Case[] {
  const part = (count: number) => Math.ceil(count * share);
  return [
    ...CONVERSATIONS.map((each) => chatCase({ ...each, messages: part(each.messages) })),
    idleUsers({ first: part(FIRST_USERS), then: part(USERS) }),
  ];
}

function idleUsers(crowd: { readonly first: number; readonly then: number }): Case {
  return {
    name: 'idle',
    what: `memory a user, of ${crowd.then} in ${CHANNELS} channels who only answer PING and come after ${crowd.first} others`,
    need: { mode: 'irc', tls: false },
    peers: SERVERS,
    main: 'userKiB',
    async measure(measuring) {
      const silence = { mode: 'lurk', channels: CHANNELS } as const;
      const { eachKiB, memoryMiB } = await measureSilent(measuring, silence, crowd);
      return { userKiB: eachKiB, memoryMiB };
    },
  };
}
