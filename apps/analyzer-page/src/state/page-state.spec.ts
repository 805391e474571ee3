import { beforeEach, describe, expect, it } from '@jest/globals';
import { packSegments, type ReportData, type ReportSegment } from '@praktikum/capture-report';
import { type Move, PageState } from './page-state.ts';

function segment(frame: number, fromClient: boolean, flags: number, length = 0): ReportSegment {
  const words = { labels: [], otherLabels: [], clientState: '', serverState: '', checksum: '' };
  const bytes = { text: '', ipHeader: '', transportHeader: '', said: '', payload: '' };
  return {
    ...{ frame, at: frame, fromClient, flags, length, window: 0, statesChanged: false },
    ...{ sequence: 1, acknowledgement: fromClient ? 1 : 5, acknowledgedFrame: 0 },
    ...{ roundTrip: -1, bytesInFlight: -1, originalFrame: 0, ...words, ...bytes },
  };
}

const ACK = 0x10;
const conversation = (stream: number, first: number, protocol = 'TCP') => ({
  protocol,
  stream,
  ...packSegments([segment(first, true, ACK, 4), segment(first + 1, false, ACK)]),
});
const DATA = {
  language: 'en',
  opensWith: 0,
  conversations: [conversation(0, 1), conversation(7, 3)],
} as unknown as ReportData;

describe('PageState', () => {
  let state: PageState;
  let moves: Move[];
  let drawn: number;
  beforeEach(() => {
    state = new PageState(DATA);
    moves = [];
    drawn = 0;
    state.onChoice((move) => moves.push(move));
    state.onPage(() => (drawn += 1));
  });

  it('begins with the first conversation, and nothing chosen', () => {
    expect([state.conversation?.data.stream, state.chosen, state.language]).toEqual([
      0,
      undefined,
      'en',
    ]);
    expect(new PageState({ ...DATA, conversations: [] }).conversation).toBeUndefined();
  });

  it('chooses a frame with what belongs to it, and tells the views', () => {
    expect(state.chooseFrame(1, 'page')).toBe(true);
    expect([state.chosen, state.relations?.acknowledgedBy]).toEqual([0, 1]);
    expect([moves, drawn]).toEqual([['page'], 0]);
  });

  it('does not choose a frame of another conversation', () => {
    expect(state.chooseFrame(3, 'page')).toBe(false);
    expect([state.chosen, moves]).toEqual([undefined, []]);
  });

  it('shows another conversation with nothing chosen in it', () => {
    state.choose(1, 'stay');
    state.showConversation({ protocol: 'TCP', stream: 7 });
    expect(state.conversation?.segments.map(({ frame }) => frame)).toEqual([3, 4]);
    expect([state.chosen, state.relations, drawn]).toEqual([undefined, undefined, 1]);
  });

  it.each([
    ['the one that is shown', 0],
    ['one that is not in the report', 5],
  ])('draws nothing anew for %s', (_, stream) => {
    state.showConversation({ protocol: 'TCP', stream });
    expect([state.conversation?.data.stream, drawn]).toEqual([0, 0]);
  });

  it('keeps the choice in another language, and forgets the views of the page before', () => {
    state.choose(1, 'stay');
    state.speak('id');
    state.choose(0, 'ladder');
    expect([state.language, drawn, moves]).toEqual(['id', 1, ['stay']]);
  });
});
