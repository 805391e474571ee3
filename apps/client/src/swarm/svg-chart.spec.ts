import { expect, it } from '@jest/globals';
import { svgChart } from './svg-chart.ts';
import { SWARM_TEXTS } from './texts.ts';

const row = { label: '1', from: 0, connected: 5, served: 10, to: 50, failed: 0 };
const sizeOf = async (title: string) => {
  const svg = await svgChart([row], { texts: SWARM_TEXTS.en, title, subtitle: '' });
  return Number(new RegExp(`font-size="(\\d+)px"[^>]*>${title}<`).exec(svg)?.[1]);
};

it('writes a long title smaller, so that it fits into one line', async () => {
  expect(await sizeOf('x'.repeat(45))).toBe(16);
  expect(await sizeOf('x'.repeat(82))).toBe(11);
});
