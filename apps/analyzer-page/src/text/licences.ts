import echartsNotice from 'echarts/NOTICE';
import echarts from 'echarts/LICENSE';
import zrender from 'zrender/LICENSE';
import { element } from '../dom.ts';
import type { PageTexts } from '../texts/page-texts.ts';

/** The licences of what is copied into every report: they go with it, folded. */
export function licences(texts: PageTexts): HTMLElement {
  return element(
    'footer',
    {},
    element(
      'details',
      {},
      element('summary', {}, texts.licences),
      ...[echartsNotice, echarts, zrender].map((text) => element('pre', {}, text)),
    ),
  );
}
