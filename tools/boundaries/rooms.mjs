/**
 * The rooms of projects whose arrows run one way inside too, from the ground up: a room imports those
 * before it and none behind it. Rooms of one floor, in brackets, do not know each other. A file that stands beside the rooms sees them all.
 */
export const ROOMS = {
  // By thread: the main one, and the one that serves. Both know the messages between them.
  'libs/socket-pool/src': ['shared', ['pool', 'worker']],
  'libs/document/src': ['text', 'numbering', ['picture', 'table'], ['docx', 'html', 'pdf']],
  'apps/analyzer/src': ['capture', 'story', 'words', 'report', 'commands'],
  'apps/lab/src': [
    'evidence',
    'runs',
    'analysis',
    'namespace',
    'experiments',
    'terminal-picture',
    'exhibits',
    'page',
    'practicum',
    ['report', 'relay'],
  ],
  // By thread, too: a worker knows no owner, the owner no worker; both know what crosses.
  'apps/chat-server/src': ['line', 'settings', ['store', 'worker'], ['owner', 'export']],
  'apps/analyzer-page/src': [
    'texts',
    'state',
    'header',
    'text',
    'conversations',
    'graphs',
    'ladder',
  ],
};
