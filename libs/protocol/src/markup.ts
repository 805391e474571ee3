/** An element of SVG or HTML, before it is text in a file or a node in a page. */
export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Markup | string)[];
}

/** Describes an element; strings among its children are text, never markup. */
export function markup(
  tag: string,
  attributes: Markup['attributes'] = {},
  ...children: readonly (Markup | string)[]
): Markup {
  return { tag, attributes, children };
}

/** The element as text for a file. Whatever came from a capture is made harmless here. */
export function markupText({ tag, attributes, children }: Markup): string {
  const listed = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${escapeText(String(value))}"`,
  );
  const inner = children.map((child) =>
    typeof child === 'string' ? escapeText(child) : markupText(child),
  );
  return `<${tag}${listed.join('')}>${inner.join('')}</${tag}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for the inside of an element, and of an attribute in quotation marks. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}
