import echartsNotice from 'echarts/NOTICE';
import echarts from 'echarts/LICENSE';
import zrender from 'zrender/LICENSE';
import { element } from '../dom.ts';
import type { PageState } from '../state/page-state.ts';
import { PAGE_TEXTS } from '../texts/texts.ts';

/** The licences of what is copied into every report: they go with it, folded. */
export function licences({ language }: PageState): HTMLElement {
  return element(
    'footer',
    {},
    element(
      'details',
      {},
      element('summary', {}, PAGE_TEXTS[language].licences),
      ...[echartsNotice, echarts, zrender].map((text) => element('pre', {}, text)),
    ),
  );
}
