import type { ReportData } from '@praktikum/capture-report';
import { drawPage } from './draw-page.ts';
import { PageState } from './state/page-state.ts';

const embedded = document.getElementById('report-data')!;
const state = new PageState(JSON.parse(embedded.textContent!) as ReportData);
const draw = () => drawPage(state);
state.onPage(draw);
draw();
