import type { ReportConversation, ReportData } from '@praktikum/capture-report';
import type { Language } from '@praktikum/protocol';
import { LoadedConversation } from './loaded-conversation.ts';
import { type Relations, relationsOf } from './relations.ts';

/**
 * Where a choice leads the eye: nowhere, since it was made there; to the rung in the ladder; or to the
 * ladder, wherever on the page that is.
 */
export type Move = 'stay' | 'ladder' | 'page';

/** A conversation by its number, which TCP and UDP count for themselves. */
type ConversationKey = Pick<ReportConversation, 'protocol' | 'stream'>;

/** What the page shows at the moment; views listen to it and redraw what has changed. */
export class PageState {
  readonly data: ReportData;
  language: Language;
  /** Place of the conversation among those of the report. */
  conversationIndex: number;
  /** Place of the chosen segment in its conversation. */
  chosen: number | undefined;
  relations: Relations | undefined;
  /** What the table of conversations is filtered by. */
  tableFilter = '';
  /** Whose data the graphs show; undefined: of the side that sent more. */
  graphsOfClient: boolean | undefined;
  readonly #loaded = new Map<number, LoadedConversation>();
  readonly #onChoice: ((move: Move) => void)[] = [];
  readonly #onPage: (() => void)[] = [];

  constructor(data: ReportData) {
    this.data = data;
    this.language = data.language;
    this.conversationIndex = data.opensWith;
  }

  /** The conversation that is shown; undefined when the report holds none. */
  get conversation(): LoadedConversation | undefined {
    const data = this.data.conversations[this.conversationIndex];
    if (!data) return undefined;
    const known = this.#loaded.get(this.conversationIndex);
    if (known) return known;
    const loaded = new LoadedConversation(data);
    this.#loaded.set(this.conversationIndex, loaded);
    return loaded;
  }

  /** Tells a view of the page as it stands now that another segment was chosen. */
  onChoice(listener: (move: Move) => void): void {
    this.#onChoice.push(listener);
  }

  /** Tells that the whole page is to be drawn anew. */
  onPage(listener: () => void): void {
    this.#onPage.push(listener);
  }

  choose(index: number, move: Move): void {
    const { conversation } = this;
    this.chosen = index;
    this.relations = conversation && relationsOf(conversation.segments, index);
    for (const listener of this.#onChoice) listener(move);
  }

  /** Chooses a frame by its number, in the conversation that is shown. */
  chooseFrame(frame: number, move: Move): boolean {
    const index = this.conversation?.indexOf(frame);
    if (index === undefined) return false;
    this.choose(index, move);
    return true;
  }

  /** Shows another conversation, where the report holds it. */
  showConversation({ protocol, stream }: ConversationKey): void {
    const index = this.data.conversations.findIndex(
      (held) => held.protocol === protocol && held.stream === stream,
    );
    if (index === -1 || index === this.conversationIndex) return;
    this.conversationIndex = index;
    this.chosen = undefined;
    this.relations = undefined;
    this.graphsOfClient = undefined;
    this.#drawAnew();
  }

  speak(language: Language): void {
    this.language = language;
    this.#drawAnew();
  }

  #drawAnew(): void {
    // The views of the page as it was are gone, and so is their interest.
    this.#onChoice.length = 0;
    for (const listener of this.#onPage) listener();
  }
}
