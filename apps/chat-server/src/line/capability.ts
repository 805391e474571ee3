/**
 * The capabilities of IRCv3 that this server has, each with its bit. Those whose specification is a draft bear
 * that in their names.
 */
export const CAPABILITY = {
  'account-notify': 1 << 0,
  'account-tag': 1 << 1,
  'away-notify': 1 << 2,
  batch: 1 << 3,
  'cap-notify': 1 << 4,
  chghost: 1 << 5,
  'draft/account-registration': 1 << 6,
  'draft/chathistory': 1 << 7,
  'draft/event-playback': 1 << 8,
  'draft/message-redaction': 1 << 9,
  'draft/read-marker': 1 << 10,
  'echo-message': 1 << 11,
  'extended-join': 1 << 12,
  'extended-monitor': 1 << 13,
  'invite-notify': 1 << 14,
  'labeled-response': 1 << 15,
  'message-tags': 1 << 16,
  'multi-prefix': 1 << 17,
  sasl: 1 << 18,
  'server-time': 1 << 19,
  setname: 1 << 20,
  'standard-replies': 1 << 21,
  sts: 1 << 22,
  'userhost-in-names': 1 << 23,
} as const;

/** The name of one of {@link CAPABILITY}. */
export type Capability = keyof typeof CAPABILITY;
