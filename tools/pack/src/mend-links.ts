/**
 * TypeDoc numbers names that differ only in case or in their kind (`stats`, `Stats`), and then links to
 * numbers that no heading of the page has. Such a link is given the place it was meant for.
 * @returns the page, and the links for which there is none
 */
export function mendLinks(markdown: string): { markdown: string; broken: string[] } {
  const places = placesOf(markdown);
  const broken: string[] = [];
  const mended = markdown.replace(/\]\(#([^)]+)\)/g, (link, place: string) => {
    if (places.has(place)) return link;
    const meant = place.replace(/-\d+$/, '');
    if (!places.has(meant)) broken.push(place);
    return `](#${meant})`;
  });
  return { markdown: mended, broken };
}

/** Headings as GitHub names them, a number behind those that are there already, and `<a id>`. */
function placesOf(markdown: string): Set<string> {
  const places = new Set([...markdown.matchAll(/<a id="([^"]+)"/g)].map(([, id]) => id!));
  const counts = new Map<string, number>();
  const text = markdown.replace(/^```[^]*?^```/gm, '');
  for (const [, heading] of text.matchAll(/^#+ (.+)$/gm)) {
    const name = heading!.toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, '');
    const slug = name.replaceAll(' ', '-');
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    places.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return places;
}
