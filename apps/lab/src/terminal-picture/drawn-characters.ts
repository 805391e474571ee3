/** Pixels of one column and one row; whole ones, so that neighbours touch without a seam. */
export const CELL = { width: 8, height: 16 } as const;

/** A filled rectangle; in a cell, from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of the ink, 0 to 1. */
  readonly opacity: number;
}

type Weight = 'none' | 'light' | 'heavy' | 'double';

/** What leads from the middle of a cell up, right, down and left, in the digits of `LINES`. */
const WEIGHTS: readonly Weight[] = ['none', 'light', 'heavy', 'double'];
const LINES: Readonly<Record<string, string>> = {
  ...{ '─': '0101', '│': '1010', '┌': '0110', '┐': '0011', '└': '1100', '┘': '1001' },
  ...{ '├': '1110', '┤': '1011', '┬': '0111', '┴': '1101', '┼': '1111' },
  ...{ '╭': '0110', '╮': '0011', '╰': '1100', '╯': '1001' },
  ...{ '╴': '0001', '╵': '1000', '╶': '0100', '╷': '0010' },
  ...{ '━': '0202', '┃': '2020', '┏': '0220', '┓': '0022', '┗': '2200', '┛': '2002' },
  ...{ '┣': '2220', '┫': '2022', '┳': '0222', '┻': '2202', '╋': '2222' },
  ...{ '═': '0303', '║': '3030', '╔': '0330', '╗': '0033', '╚': '3300', '╝': '3003' },
  ...{ '╠': '3330', '╣': '3033', '╦': '0333', '╩': '3303', '╬': '3333' },
};

/** Strands of a line: where each lies beside the middle, and how wide it is. */
const STRANDS = {
  none: { places: [], width: 0 },
  light: { places: [0], width: 1 },
  heavy: { places: [0], width: 2 },
  double: { places: [-1, 1], width: 1 },
} as const satisfies Record<Weight, { places: readonly number[]; width: number }>;

/** The four quarters of a block, upper left, upper right, lower left, lower right: U+2596 to U+259F. */
const QUARTERS = ['0010', '0001', '1000', '1011', '1001', '1110', '1101', '0100', '0110', '0111'];

/** The dots of a Braille pattern, in the order of the bits of U+2800 to U+28FF: column, row. */
const DOTS = ['00', '01', '02', '10', '11', '12', '03', '13'];
const DOT_PIXELS = 2;

/**
 * Characters whose neighbours have to touch, and those that many fonts lack, as rectangles: lines, blocks
 * and Braille patterns. Undefined for all others, which are text.
 */
export function drawnCharacter(character: string): readonly Box[] | undefined {
  const arms = LINES[character];
  if (arms !== undefined) return lines([...arms].map((digit) => WEIGHTS[Number(digit)]!));
  const code = character.length === 1 ? character.charCodeAt(0) : 0;
  if (code >= 0x2580 && code <= 0x2595) return block(code);
  if (code >= 0x2596 && code <= 0x259f) return quarters(QUARTERS[code - 0x2596]!);
  if (code >= 0x2800 && code <= 0x28ff) return dots(code - 0x2800);
  return undefined;
}

function lines(arms: readonly Weight[]): Box[] {
  const boxes = arms.flatMap((weight, direction) => {
    const before = arms[(direction + 3) % 4]!;
    const behind = arms[(direction + 1) % 4]!;
    const { places, width } = STRANDS[weight];
    // Beside each strand of a double line there is one other arm; places grow to the right and down.
    const ofPlace = (place: number) => (place < 0 === direction < 2 ? before : behind);
    return places.map((place) => strand(direction, place, width, ofPlace(place)));
  });
  return boxes.toSorted((one, other) => one.x - other.x || one.y - other.y);
}

/** From the edge to the middle; a double line to its other strand where it has to go around a corner. */
function strand(direction: number, place: number, width: number, neighbour: Weight): Box {
  const isUpright = direction % 2 === 0;
  const [across, along] = isUpright ? [CELL.width, CELL.height] : [CELL.height, CELL.width];
  const start = Math.floor((across - width) / 2) + place;
  const middle = Math.floor((along - width) / 2);
  const reach = place === 0 ? 0 : neighbour === 'none' ? 1 : -1;
  const isBefore = direction === 0 || direction === 3;
  const from = isBefore ? 0 : middle - reach;
  const to = isBefore ? middle + reach + width : along;
  return isUpright
    ? { x: start, y: from, width, height: to - from, opacity: 1 }
    : { x: from, y: start, width: to - from, height: width, opacity: 1 };
}

/** `▀`, `▁` to `█`, `▉` to `▏`, `▐`, `░▒▓`, `▔`, `▕` */
function block(code: number): Box[] {
  const whole = { x: 0, y: 0, ...CELL, opacity: 1 };
  const right = (eighths: number) => {
    const width = (CELL.width * eighths) / 8;
    return [{ ...whole, x: CELL.width - width, width }];
  };
  if (code === 0x2580) return [{ ...whole, height: CELL.height / 2 }];
  if (code === 0x2590) return right(4);
  if (code === 0x2594) return [{ ...whole, height: CELL.height / 8 }];
  if (code === 0x2595) return right(1);
  if (code > 0x2590) return [{ ...whole, opacity: (code - 0x2590) / 4 }];
  if (code > 0x2588) return [{ ...whole, width: (CELL.width * (0x2590 - code)) / 8 }];
  const height = (CELL.height * (code - 0x2580)) / 8;
  return [{ ...whole, y: CELL.height - height, height }];
}

function quarters(filled: string): Box[] {
  const [width, height] = [CELL.width / 2, CELL.height / 2];
  return [...filled].flatMap((digit, at) =>
    digit === '1'
      ? [{ x: (at % 2) * width, y: Math.floor(at / 2) * height, width, height, opacity: 1 }]
      : [],
  );
}

function dots(bits: number): Box[] {
  const [width, height] = [CELL.width / 2, CELL.height / 4];
  return DOTS.flatMap((place, bit) => {
    if (((bits >> bit) & 1) === 0) return [];
    const [column, row] = [...place].map(Number);
    const x = (column! + 0.5) * width - DOT_PIXELS / 2;
    const y = (row! + 0.5) * height - DOT_PIXELS / 2;
    return [{ x, y, width: DOT_PIXELS, height: DOT_PIXELS, opacity: 1 }];
  });
}
