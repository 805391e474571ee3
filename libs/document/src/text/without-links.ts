const LINK = /\s(?:xlink:)?href\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** A picture that loads nothing, neither from the network nor from a disk: links lead only to its own parts. */
export function withoutLinks(svg: string): string {
  return svg.replace(LINK, (whole, double?: string, single?: string) => {
    const target = double ?? single ?? '';
    return target.startsWith('#') || target.startsWith('data:') ? whole : '';
  });
}
