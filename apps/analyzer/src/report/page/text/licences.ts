import echartsNotice from 'echarts/NOTICE';
import echarts from 'echarts/LICENSE';
import zrender from 'zrender/LICENSE';
import { REPORT_TEXTS } from '../../texts/report-texts.ts';
import { element } from '../dom.ts';
import type { PageState } from '../page-state.ts';

/** The licences of what is copied into every report: they go with it, folded. */
export function licences({ language }: PageState): HTMLElement {
  return element(
    'footer',
    {},
    element(
      'details',
      {},
      element('summary', {}, REPORT_TEXTS[language].licences),
      ...[echartsNotice, echarts, zrender].map((text) => element('pre', {}, text)),
    ),
  );
}
