import type { Write } from './thread-messages.ts';

/** Of an object with its fields, about. */
const OBJECT_BYTES = 200;

/** The memory that a write takes while it waits, in bytes, about: two for a character. */
export function weighWrite(write: Write): number {
  if (write.type !== 'record') return OBJECT_BYTES + 2 * JSON.stringify(write).length;
  const { conversation, msgid, source, account = '', params, tags } = write.message;
  let characters = conversation.length + msgid.length + source.length + account.length;
  for (const param of params) characters += param.length;
  for (const name in tags) characters += name.length + (tags[name]?.length ?? 0);
  return OBJECT_BYTES + 2 * characters;
}
