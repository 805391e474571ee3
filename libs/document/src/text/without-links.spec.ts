import { expect, it } from '@jest/globals';
import { withoutLinks } from './without-links.ts';

it.each([
  ['<image href="/etc/passwd"/>', '<image/>'],
  ["<image xlink:href = 'file:///a.png' x='1'/>", "<image x='1'/>"],
  ['<image\nhref="http://example.org/a.png" />', '<image />'],
  ['<use href="&#47;etc/passwd"/>', '<use/>'],
])('takes from %j what would be loaded', (svg, left) => {
  expect(withoutLinks(svg)).toBe(left);
});

it.each([
  ['<use href="#a"/>'],
  ['<image href="data:image/png;base64,AA=="/>'],
  ['<text>href="x"</text>'],
])('leaves %j as it is', (svg) => {
  expect(withoutLinks(svg)).toBe(svg);
});
