import type { Markup } from '@praktikum/protocol/markup';

type Child = Node | string | undefined | false;
type Properties = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * An element of the page. Children that are strings become text, never markup: what came from a capture
 * can do nothing here. Attributes that are undefined or false are left out.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element from its description. */
export function svgNode({ tag, attributes, children }: Markup): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children.map((child) => (typeof child === 'string' ? child : svgNode(child))));
  return made;
}
