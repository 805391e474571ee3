/** A link of a page to a file of this repository, or to a heading of its own. */
interface PageLink {
  readonly text: string;
  /** The path as it is written; empty for the page itself. */
  readonly target: string;
  readonly anchor?: string;
}

const CODE_BLOCK = /^```.*?^```$/gms;

/** The links and pictures of a Markdown page, without those that leave the repository. */
export function linksOf(markdown: string): PageLink[] {
  const text = markdown
    .replace(CODE_BLOCK, '')
    .replace(/`[^`\n]*`/g, (code) => (code.includes('](') ? '' : code)); // one that shows how a link is written
  return [...text.matchAll(/\[([^\]]*)\]\(([^)\s]+)\)/g)]
    .filter(([, , to]) => !/^[a-z]+:/.test(to!))
    .map(([, words, to]) => {
      const [target, anchor] = to!.split('#');
      return { text: words!, target: target!, ...(anchor !== undefined && { anchor }) };
    });
}

/** The anchors that GitHub gives to the headings of a page. */
export function anchorsOf(markdown: string): string[] {
  const headings = markdown.replace(CODE_BLOCK, '').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Whether a source file declares a name: a function, class, constant, type, or a method of a class. */
export function declares(source: string, name: string): boolean {
  const escaped = name.replace(/[.#]/g, '\\$&');
  return new RegExp(
    `\\b(?:function|class|const|type|interface) ${escaped}\\b|^ +(?:static |async )*${escaped}\\(`,
    'm',
  ).test(source);
}
