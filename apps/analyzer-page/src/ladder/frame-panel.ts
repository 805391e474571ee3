import { labelText, type ReportSegment, rungText } from '@praktikum/capture-report';
import { element } from '../dom.ts';
import { scrollArea } from '../scroll-area.ts';
import { headerTables } from '../header/header-tables.ts';
import { bytesOf, hexDump } from '../header/hex-dump.ts';
import type { LoadedConversation } from '../state/loaded-conversation.ts';
import type { PageState } from '../state/page-state.ts';
import { relationsOf } from '../state/relations.ts';
import { frameButton } from '../text/frame-links.ts';
import type { PageTexts } from '../texts/page-texts.ts';

/**
 * Frames that one ACK covers and that are listed; the rest is counted.
 * @unit frames
 * @against a panel that is a list of numbers
 * @provenBy ../../../analyzer/integration/long-report.spec.ts: lists so many of the frames that one ACK covers
 */
const MOST_LISTED = 12;

/** Everything about one frame: how it hangs together with others, and its headers bit by bit. */
export class FramePanel {
  readonly node: HTMLElement;
  readonly #state: PageState;
  readonly #conversation: LoadedConversation;
  readonly #texts: PageTexts;
  #shown: number | undefined;

  constructor(state: PageState, conversation: LoadedConversation, texts: PageTexts) {
    this.#state = state;
    this.#conversation = conversation;
    this.#texts = texts;
    this.node = element('div', {
      class: 'panel',
      role: 'region',
      'aria-label': texts.panel.bits,
      tabindex: 0,
    });
  }

  /** Shows a segment by its place; without one it stays as it is. */
  show(index: number | undefined): void {
    const { panel: texts } = this.#texts;
    const segment = index === undefined ? undefined : this.#conversation.segments[index];
    if (!segment || index === undefined) {
      if (this.#shown === undefined) this.node.replaceChildren(element('p', {}, texts.hint));
      return;
    }
    if (index === this.#shown) return;
    this.#shown = index;
    const title = texts.title(String(segment.frame));
    this.node.setAttribute('aria-label', title);
    this.node.dataset['frame'] = String(segment.frame);
    this.node.replaceChildren(
      element('h3', {}, title, ' ', element('code', {}, rungText(segment))),
      ...this.#facts(segment, index),
      ...headerTables(segment, this.#texts),
      ...payload(segment, this.#texts),
    );
  }

  #facts(segment: ReportSegment, index: number): HTMLElement[] {
    const { panel: texts, ladder, labels, seconds } = this.#texts;
    const direction = segment.fromClient ? ladder.toServer : ladder.toClient;
    const notes = segment.labels.map((label) => {
      const { name, cause } = labelText(label, labels);
      return element('p', { class: 'unusual' }, element('strong', {}, `! ${name}. `), cause);
    });
    return [
      element('p', {}, texts.after(seconds(segment.at), direction)),
      ...this.#relations(segment, index),
      ...notes,
      ...(segment.otherLabels.length > 0
        ? [element('p', {}, texts.wireshark(segment.otherLabels.join(', ')))]
        : []),
    ];
  }

  #relations(segment: ReportSegment, index: number): HTMLElement[] {
    const { panel: texts, ladder, ms, number } = this.#texts;
    const { segments } = this.#conversation;
    const { acknowledges, acknowledgedBy, repeats } = relationsOf(segments, index);
    const rows: HTMLElement[] = [];
    const add = (title: string, places: readonly number[], more = '') => {
      const buttons = places
        .slice(0, MOST_LISTED)
        .map((place) => frameButton(this.#state, segments[place]!.frame, this.#texts));
      const rest = places.length > MOST_LISTED ? ` (+${places.length - MOST_LISTED})` : '';
      rows.push(
        element('div', {}, element('dt', {}, title), element('dd', {}, ...buttons, rest, more)),
      );
    };
    const roundTrip = segment.roundTrip < 0 ? '' : ` ${texts.roundTrip(ms(segment.roundTrip))}`;
    const isTcp = segment.said === '';
    if (acknowledges.length > 0) {
      add(isTcp ? texts.acknowledges : texts.answers, acknowledges, roundTrip);
    }
    if (acknowledgedBy !== undefined) {
      const wait = ms(segments[acknowledgedBy]!.at - segment.at);
      add(
        isTcp ? texts.acknowledgedBy : texts.answeredBy,
        [acknowledgedBy],
        ` ${texts.roundTrip(wait)}`,
      );
    }
    if (repeats !== undefined) add(texts.repeats, [repeats]);
    const states = isTcp ? [ladder.states(segment.clientState, segment.serverState)] : [];
    const flight = segment.bytesInFlight > 0 ? [texts.inFlight(number(segment.bytesInFlight))] : [];
    return [
      ...(rows.length > 0 ? [element('dl', { class: 'relations' }, ...rows)] : []),
      element('p', {}, [...states, ...flight].join('. ')),
    ];
  }
}

function payload(segment: ReportSegment, page: PageTexts): HTMLElement[] {
  const { panel: texts, number } = page;
  if (segment.length === 0) return [];
  const bytes = bytesOf(segment.payload);
  const cut = bytes.length < segment.length;
  const title = texts.payload(number(segment.length));
  return [
    element('h4', {}, title),
    ...(cut ? [element('p', {}, texts.payloadCut(String(bytes.length)))] : []),
    scrollArea(title, element('pre', { class: 'dump' }, hexDump(bytes)), page),
  ];
}
