import { type House, houseOf } from './floors';
import type { Room } from './rooms';

const WIDTH = 1040;
const MARGIN = 20;
const LANE = 90;
const GAP = 20;
/** Height between two floors, for the arrows. */
const STEP = 46;
const PAD = 14;
const LINE = 18;
const CHIP = { height: 22, gap: 6, size: 12 };
const FONT = "'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const INK = { text: '#1c2733', quiet: '#5b6b7c', line: '#6d85a3', box: '#f5f8fc', edge: '#a9bad0', chip: '#dce7f5' };

/** What may be imported, but is not. */
const DASHED = ' stroke-dasharray="4 3"';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Width of a text in pixels, rather too large than too small: which font will show it is not known. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/.test(c) ? 1 : /[ .,:;il]/.test(c) ? 0.33 : 0.58), 0) * size;

function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Names in rows, as many in each as there is room for. */
function rowsOf(names: readonly string[], width: number): { name: string; x: number; row: number; width: number }[] {
  let x = 0;
  let row = 0;
  return names.map((name) => {
    const own = widthOf(name, CHIP.size) + 16;
    if (x > 0 && x + own > width) [x, row] = [0, row + 1];
    const placed = { name, x, row, width: own };
    x += own + CHIP.gap;
    return placed;
  });
}

const t = (x: number, y: number, text: string, style: string): string =>
  `<text x="${x}" y="${y}" ${style}>${escaped(text)}</text>`;

/** What stands in the box of a room, and how high that is. */
function written(room: Room, width: number, used: ReadonlySet<string>): { height: number; at(box: Box): string } {
  const inner = width - 2 * PAD;
  const lines = wrapped(room.holds, inner, 13);
  const label = 'imports';
  const indent = widthOf(label, 12) + 10;
  const chips = rowsOf(room.below, inner - indent);
  const rows = (chips.at(-1)?.row ?? 0) + 1;
  const text = 30 + lines.length * LINE;
  return {
    height: PAD + text + 6 + rows * (CHIP.height + CHIP.gap) + PAD - CHIP.gap,
    at: ({ x, y, height }) => {
      const left = x + PAD;
      const chipsTop = y + height - PAD + CHIP.gap - rows * (CHIP.height + CHIP.gap);
      const parts = [
        `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${INK.box}" stroke="${INK.edge}"/>`,
        `<text x="${left}" y="${y + PAD + 14}" font-size="17" font-weight="600">${escaped(room.name)}<tspan dx="10" font-size="14" font-weight="400" fill="${INK.quiet}">${room.chinese}</tspan></text>`,
        ...lines.map((line, i) => t(left, y + PAD + 38 + i * LINE, line, 'font-size="13"')),
        t(left, chipsTop + 15, chips.length ? label : `${label} no other room`, `font-size="12" fill="${INK.quiet}"`),
      ];
      for (const chip of chips) {
        const real = used.has(`${room.name}>${chip.name}`);
        const at = left + indent + chip.x;
        const top = chipsTop + chip.row * (CHIP.height + CHIP.gap);
        parts.push(
          `<rect x="${at}" y="${top}" width="${chip.width}" height="${CHIP.height}" rx="11" ${
            real ? `fill="${INK.chip}"` : `fill="#fff" stroke="${INK.edge}"${DASHED}`
          }/>`,
          t(
            at + chip.width / 2,
            top + 15,
            chip.name,
            `font-size="${CHIP.size}" text-anchor="middle"${real ? '' : ` fill="${INK.quiet}"`}`,
          ),
        );
      }
      return parts.join('\n');
    },
  };
}

/** An arrow from floor to floor: straight where all that it passes lies above each other, curved where not. */
function arrowOf(way: readonly Box[], real: boolean): string {
  const left = Math.max(...way.map((b) => b.x + PAD));
  const right = Math.min(...way.map((b) => b.x + b.width - PAD));
  const [first, last] = [way[0] as Box, way.at(-1) as Box];
  const end = last.y - 2;
  const straight = left <= right ? (left + right) / 2 : undefined;
  const xOf = (b: Box) => Math.round(straight ?? b.x + b.width / 2);
  let path = `M${xOf(first)} ${first.y + first.height}`;
  if (straight !== undefined) path += `V${end}`;
  else
    for (const [i, box] of way.slice(1).entries()) {
      const above = way[i] as Box;
      const [x0, y0] = [xOf(above), above.y + above.height];
      const [x1, y1] = [xOf(box), box === last ? end : box.y];
      const middle = (y0 + y1) / 2;
      path += `C${x0} ${middle} ${x1} ${middle} ${x1} ${y1}`;
      if (box !== last) path += `V${box.y + box.height}`;
    }
  return `<path d="${path}" fill="none" stroke="${INK.line}" stroke-width="1.6"${real ? '' : DASHED} marker-end="url(#head)"/>`;
}

/** Where rooms and lanes stand: rooms of a floor share its width, and one floor's rooms are of one height. */
function placed(house: House, heightOf: (name: string, width: number) => number, top: number): Map<string, Box> {
  const boxes = new Map<string, Box>();
  let y = top;
  for (const floor of house.floors) {
    const lanes = floor.filter((p) => p.lane).length;
    const rooms = floor.length - lanes;
    const width = Math.floor((WIDTH - 2 * MARGIN - (floor.length - 1) * GAP - lanes * LANE) / rooms);
    const height = Math.max(...floor.filter((p) => !p.lane).map((p) => heightOf(p.name, width)));
    let x = MARGIN;
    for (const { name, lane } of floor) {
      boxes.set(name, { x, y, width: lane ? LANE : width, height });
      x += (lane ? LANE : width) + GAP;
    }
    y += height + STEP;
  }
  return boxes;
}

/**
 * The rooms of the house as a picture (SVG): floors from above to below, arrows for what leads down, and in each room
 * the names of all that it may import.
 * @param used `from>to` of the imports that there are
 */
export function drawRooms(rooms: readonly Room[], used: ReadonlySet<string>): string {
  const house = houseOf(rooms);
  const byName = new Map(rooms.map((r) => [r.name, r]));
  const roomOf = (name: string): Room => {
    const room = byName.get(name);
    if (!room) throw new Error(`no room ${name}`);
    return room;
  };
  const top = 74;
  const boxes = placed(house, (name, width) => written(roomOf(name), width, used).height, top);
  const boxOf = (name: string): Box => {
    const box = boxes.get(name);
    if (!box) throw new Error(`no place for ${name}`);
    return box;
  };
  const height = Math.max(...[...boxes.values()].map((b) => b.y + b.height)) + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="${FONT}" fill="${INK.text}" role="img" aria-labelledby="title">`,
    '<title id="title">The rooms of src/ and the one direction of imports</title>',
    `<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8Z" fill="${INK.line}"/></marker></defs>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    t(MARGIN, 32, 'The rooms of src/ and the one direction of imports', 'font-size="19" font-weight="600"'),
    t(
      MARGIN,
      55,
      'An arrow leads to the room below that is imported; the names in a room are all that it may import (dashed: it may, but does not).',
      `font-size="13" fill="${INK.quiet}"`,
    ),
    ...house.arrows.map((way) => arrowOf(way.map(boxOf), used.has(`${way[0]}>${way.at(-1)}`))),
    ...rooms.map((room) => {
      const box = boxOf(room.name);
      return `<g id="${room.name}">\n${written(room, box.width, used).at(box)}\n</g>`;
    }),
    '</svg>',
    '',
  ].join('\n');
}
