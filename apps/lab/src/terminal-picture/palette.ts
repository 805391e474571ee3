/** The terminal's own colours: dark on light, as paper is, also in black and white. */
export const GROUND = '#ffffff';
export const INK = '#1b2733';
export const QUIET = '#566573';

/** The 16 colours of a terminal, each readable on `GROUND`: what shines on black is darker here. */
export const INKS = [
  ...['#1b2733', '#b42318', '#00704f', '#7a5c00', '#005f9e', '#8e2f7f', '#00697a', '#566573'],
  ...['#46535f', '#c4320a', '#2a7a2a', '#8a6100', '#1565c0', '#a3339c', '#00728a', '#2d3a46'],
] as const;

/** As grounds the two whites are light: programs put dark text on them. */
const LIGHT_GROUNDS: Readonly<Record<number, string>> = { 7: '#d5dbe1', 15: '#eef1f4' };

/** Steps of a colour in the cube of 6 × 6 × 6. */
const CUBE = [0, 95, 135, 175, 215, 255] as const;

/** Contrast that text needs (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** A colour of the 256: 16 of the palette, a cube, 24 greys (xterm, ctlseqs). */
export function paletteColor(index: number, as: 'ink' | 'ground'): string {
  const ground = as === 'ground' ? LIGHT_GROUNDS[index] : undefined;
  if (ground !== undefined) return ground;
  if (index < 16) return INKS[index]!;
  if (index >= 232) return rgbColor(0x10101 * (8 + 10 * (index - 232)));
  const cube = index - 16;
  const [red, green, blue] = [cube / 36, (cube / 6) % 6, cube % 6].map(
    (step) => CUBE[Math.floor(step)]!,
  );
  return rgbColor((red! << 16) | (green! << 8) | blue!);
}

/** @param rgb 0xrrggbb */
export function rgbColor(rgb: number): string {
  return `#${rgb.toString(16).padStart(6, '0')}`;
}

/** Between two colours. @param share of the second, 0 to 1 */
export function mix(one: string, other: string, share: number): string {
  const others = channels(other);
  const mixed = channels(one).map((value, at) => Math.round(value + share * (others[at]! - value)));
  return rgbColor((mixed[0]! << 16) | (mixed[1]! << 8) | mixed[2]!);
}

/** The ink, made darker or lighter until it can be read on the ground. */
export function readable(ink: string, ground: string): string {
  const end = contrast('#000000', ground) >= contrast('#ffffff', ground) ? '#000000' : '#ffffff';
  for (let share = 0; share < 1; share += 0.05) {
    const nearer = mix(ink, end, share);
    if (contrast(nearer, ground) >= LEAST_CONTRAST) return nearer;
  }
  return end;
}

/** 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** `#1b2733` */
function channels(color: string): number[] {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
}
