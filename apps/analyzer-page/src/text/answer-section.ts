import type { ReportAnswer } from '@praktikum/capture-report';
import { element } from '../dom.ts';
import type { LoadedConversation } from '../state/loaded-conversation.ts';
import type { PageState } from '../state/page-state.ts';
import { PAGE_TEXTS } from '../texts/texts.ts';
import { frameButton, markFrameLinks, withFrameLinks } from './frame-links.ts';

/** The questions of the labs, each with its answer and the frames that show it. */
export function answerSection(state: PageState, conversation: LoadedConversation): HTMLElement {
  const { answers: texts } = PAGE_TEXTS[state.language];
  const { data } = conversation;
  const section = element(
    'section',
    { id: 'answers' },
    element('h2', {}, texts.title(String(data.stream))),
    element(
      'ol',
      { class: 'answers' },
      ...data.answers.map((answer) => item(answer, state, conversation)),
    ),
  );
  state.onChoice(() => markFrameLinks(section, state));
  markFrameLinks(section, state);
  return section;
}

function item(
  answer: ReportAnswer,
  state: PageState,
  conversation: LoadedConversation,
): HTMLElement {
  const { language } = state;
  const { answers: texts } = PAGE_TEXTS[language];
  const { question, text, frames, missing } = answer;
  return element(
    'li',
    { class: missing ? 'is-missing' : undefined },
    element('h3', {}, question[language]),
    missing && element('p', { class: 'missing' }, `✗ ${texts.missing}`),
    ...paragraphs(text[language], state),
    frames.length > 0 &&
      element(
        'p',
        { class: 'frames' },
        `${texts.evidence} frame `,
        ...frames.map((frame) =>
          conversation.indexOf(frame) === undefined ? ` ${frame} ` : frameButton(state, frame),
        ),
      ),
  );
}

/** Lines that begin with two spaces are laid out for a fixed font, and stand together. */
function paragraphs(lines: readonly string[], state: PageState): HTMLElement[] {
  const made: HTMLElement[] = [];
  let block: string[] = [];
  const endBlock = () => {
    if (block.length === 0) return;
    made.push(element('pre', {}, ...withFrameLinks(state, block.join('\n'))));
    block = [];
  };
  for (const line of lines) {
    if (line.startsWith('  ')) {
      block.push(line.slice(2));
      continue;
    }
    endBlock();
    made.push(element('p', {}, ...withFrameLinks(state, line)));
  }
  endBlock();
  return made;
}
