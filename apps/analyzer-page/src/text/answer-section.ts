import type { ReportAnswer } from '@praktikum/capture-report';
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

/** Lines that begin with two spaces are laid out for a fixed font, and stand together. */
function paragraphs(
  label: string,
  lines: readonly string[],
  state: PageState,
  texts: PageTexts,
): HTMLElement[] {
  const made: HTMLElement[] = [];
  let block: string[] = [];
  const endBlock = () => {
    if (block.length === 0) return;
    const laidOut = element('pre', {}, ...withFrameLinks(state, block.join('\n'), texts));
    made.push(scrollArea(label, laidOut, texts));
    block = [];
  };
  for (const line of lines) {
    if (line.startsWith('  ')) {
      block.push(line.slice(2));
      continue;
    }
    endBlock();
    made.push(element('p', {}, ...withFrameLinks(state, line, texts)));
  }
  endBlock();
  return made;
}
