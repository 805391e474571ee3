import {
  countText,
  labelText,
  msText,
  type ReportSegment,
  secondsText,
  segmentText,
} from '@praktikum/capture-report';
import type { Language } from '@praktikum/protocol';
import { element } from '../dom.ts';
import { headerTables } from '../header/header-tables.ts';
import { bytesOf, hexDump } from '../header/hex-dump.ts';
import type { LoadedConversation } from '../state/loaded-conversation.ts';
import type { PageState } from '../state/page-state.ts';
import { relationsOf } from '../state/relations.ts';
import { frameButton } from '../text/frame-links.ts';
import { PAGE_TEXTS } from '../texts/texts.ts';

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
  #shown: number | undefined;

  constructor(state: PageState, conversation: LoadedConversation) {
    this.#state = state;
    this.#conversation = conversation;
    const title = PAGE_TEXTS[state.language].panel.bits;
    this.node = element('div', {
      class: 'panel',
      role: 'region',
      'aria-label': title,
      tabindex: 0,
    });
  }

  /** Shows a segment by its place; without one it stays as it is. */
  show(index: number | undefined): void {
    const { panel: texts } = PAGE_TEXTS[this.#state.language];
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
      element('h3', {}, title, ' ', element('code', {}, segmentText(segment))),
      ...this.#facts(segment, index),
      ...headerTables(segment, this.#state.language),
      ...payload(segment, this.#state.language),
    );
  }

  #facts(segment: ReportSegment, index: number): HTMLElement[] {
    const { language } = this.#state;
    const { panel: texts, ladder } = PAGE_TEXTS[language];
    const direction = segment.fromClient ? ladder.toServer : ladder.toClient;
    const notes = segment.labels.map((label) => {
      const { name, cause } = labelText(label, language);
      return element('p', { class: 'unusual' }, element('strong', {}, `! ${name}. `), cause);
    });
    return [
      element('p', {}, texts.after(secondsText(segment.at, language), direction)),
      ...this.#relations(segment, index),
      ...notes,
      ...(segment.otherLabels.length > 0
        ? [element('p', {}, texts.wireshark(segment.otherLabels.join(', ')))]
        : []),
    ];
  }

  #relations(segment: ReportSegment, index: number): HTMLElement[] {
    const { language } = this.#state;
    const { panel: texts, ladder } = PAGE_TEXTS[language];
    const { segments } = this.#conversation;
    const { acknowledges, acknowledgedBy, repeats } = relationsOf(segments, index);
    const rows: HTMLElement[] = [];
    const add = (title: string, places: readonly number[], more = '') => {
      const buttons = places
        .slice(0, MOST_LISTED)
        .map((place) => frameButton(this.#state, segments[place]!.frame));
      const rest = places.length > MOST_LISTED ? ` (+${places.length - MOST_LISTED})` : '';
      rows.push(
        element('div', {}, element('dt', {}, title), element('dd', {}, ...buttons, rest, more)),
      );
    };
    const roundTrip =
      segment.roundTrip < 0 ? '' : ` ${texts.roundTrip(msText(segment.roundTrip, language))}`;
    if (acknowledges.length > 0) add(texts.acknowledges, acknowledges, roundTrip);
    if (acknowledgedBy !== undefined) {
      const wait = msText(segments[acknowledgedBy]!.at - segment.at, language);
      add(texts.acknowledgedBy, [acknowledgedBy], ` ${texts.roundTrip(wait)}`);
    }
    if (repeats !== undefined) add(texts.repeats, [repeats]);
    const states = ladder.states(segment.clientState, segment.serverState);
    const flight =
      segment.bytesInFlight > 0 ? [texts.inFlight(countText(segment.bytesInFlight, language))] : [];
    return [
      ...(rows.length > 0 ? [element('dl', { class: 'relations' }, ...rows)] : []),
      element('p', {}, [states, ...flight].join('. ')),
    ];
  }
}

function payload(segment: ReportSegment, language: Language): HTMLElement[] {
  if (segment.length === 0) return [];
  const { panel: texts } = PAGE_TEXTS[language];
  const bytes = bytesOf(segment.payload);
  const cut = bytes.length < segment.length;
  return [
    element('h4', {}, texts.payload(countText(segment.length, language))),
    ...(cut ? [element('p', {}, texts.payloadCut(String(bytes.length)))] : []),
    element('pre', { class: 'dump' }, hexDump(bytes)),
  ];
}
