import { type ReportAnswer, textBlocks } from '@praktikum/capture-report';
import { element } from '../dom.ts';
import { scrollArea } from '../scroll-area.ts';
import type { LoadedConversation } from '../state/loaded-conversation.ts';
import type { PageState } from '../state/page-state.ts';
import type { PageTexts } from '../texts/page-texts.ts';
import { streamText } from '../texts/stream-text.ts';
import { frameButton, markFrameLinks, withFrameLinks } from './frame-links.ts';

/** A question with its answer, in the language of the page. */
export interface SpokenAnswer extends Pick<ReportAnswer, 'group' | 'frames' | 'missing'> {
  readonly question: string;
  readonly text: readonly string[];
}

/** The questions of the guide and then of the labs, each with its answer and the frames that show it. */
export function answerSection(
  state: PageState,
  conversation: LoadedConversation,
  answers: readonly SpokenAnswer[],
  texts: PageTexts,
): HTMLElement {
  const { data } = conversation;
  const section = element(
    'section',
    { id: 'answers' },
    element('h2', {}, texts.answers.title(streamText(data))),
    ...(['guide', 'labs'] as const).flatMap((group) => {
      const first = answers.findIndex((answer) => answer.group === group);
      const own = answers.filter((answer) => answer.group === group);
      if (own.length === 0) return [];
      const items = own.map((answer) => item(answer, state, conversation, texts));
      return [
        element('h3', {}, texts.terms.questions[group]),
        element('ol', { class: 'answers', start: first + 1 }, ...items),
      ];
    }),
  );
  state.onChoice(() => markFrameLinks(section, state));
  markFrameLinks(section, state);
  return section;
}

function item(
  { question, text, frames, missing }: SpokenAnswer,
  state: PageState,
  conversation: LoadedConversation,
  texts: PageTexts,
): HTMLElement {
  return element(
    'li',
    { class: missing ? 'is-missing' : undefined },
    element('h4', {}, question),
    missing && element('p', { class: 'missing' }, `✗ ${texts.answers.missing}`),
    ...paragraphs(question, text, state, texts),
    frames.length > 0 &&
      element(
        'p',
        { class: 'frames' },
        `${texts.answers.evidence} frame `,
        ...frames.map((frame) =>
          conversation.indexOf(frame) === undefined
            ? ` ${frame} `
            : frameButton(state, frame, texts),
        ),
      ),
  );
}

/** What is laid out for a fixed font may be wider than the screen. */
function paragraphs(
  label: string,
  text: readonly string[],
  state: PageState,
  texts: PageTexts,
): HTMLElement[] {
  return textBlocks(text).map(({ laidOut, lines }) => {
    if (!laidOut) return element('p', {}, ...withFrameLinks(state, lines[0]!, texts));
    const block = lines.map((line) => line.slice(2)).join('\n');
    return scrollArea(label, element('pre', {}, ...withFrameLinks(state, block, texts)), texts);
  });
}
