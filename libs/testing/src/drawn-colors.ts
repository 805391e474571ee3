/** Enlarged, so that the strokes of letters are wide enough to have a colour of their own. */
const ZOOM = 3;

/**
 * The colours of a picture where no browser draws it, such as `#1b2733`. Like many viewers and word
 * processors, resvg knows no CSS variables.
 */
export async function drawnColors(svg: string): Promise<ReadonlySet<string>> {
  const { Resvg } = await import('@resvg/resvg-js');
  const { pixels } = new Resvg(svg, { fitTo: { mode: 'zoom', value: ZOOM } }).render();
  const colors = new Set<string>();
  for (let at = 0; at < pixels.length; at += 4) {
    colors.add(`#${pixels.subarray(at, at + 3).toString('hex')}`);
  }
  return colors;
}

const LETTER =
  '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60">' +
  '<text x="5" y="50" font-family="sans-serif" font-size="50" fill="#ff0000">H</text></svg>';

/** Whether there is a font here to draw text with. */
export async function drawsText(): Promise<boolean> {
  return (await drawnColors(LETTER)).has('#ff0000');
}
