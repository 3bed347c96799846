import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { drawRooms } from './draw';
import { directOf, floorsOf, houseOf } from './floors';
import { importsOfRooms } from './imports';
import { ROOMS, type Room } from './rooms';

const room = (name: string, ...below: string[]): Room => ({ name, chinese: '', holds: name, below });
const NONE = new Set<string>();

describe('the picture of the rooms', () => {
  it('is that of the rules and of the imports as they are: npm run architecture', async () => {
    const picture = await readFile(new URL('../../docs/architecture.svg', import.meta.url), 'utf8');
    expect(picture).toBe(drawRooms(ROOMS, importsOfRooms()));
  }, 180_000);

  it('has a paragraph a room in docs/architecture.md', async () => {
    const text = await readFile(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
    const told = [...text.matchAll(/^\*\*([a-z]+)\*\* ([^ ]+):/gm)].map(([, name, chinese]) => ({ name, chinese }));
    expect(told).toEqual(ROOMS.map(({ name, chinese }) => ({ name, chinese })));
  });

  it('has every room once, and every name that a rule allows', () => {
    const svg = drawRooms(ROOMS, NONE);
    for (const { name, below } of ROOMS) {
      const box = svg.split(`<g id="${name}">`)[1]?.split('</g>')[0] ?? '';
      const chips = [...box.matchAll(/text-anchor="middle"[^>]*>([^<]+)</g)].map(([, chip]) => chip);
      expect(chips, name).toEqual(below);
    }
  });

  it('says by a dash what may be imported and is not', () => {
    const rooms = [room('a', 'b'), room('b')];
    expect(drawRooms(rooms, NONE).match(/stroke-dasharray/g)).toHaveLength(2);
    expect(drawRooms(rooms, new Set(['a>b']))).not.toContain('stroke-dasharray');
  });

  it('writes what a markup would take for its own', () => {
    expect(drawRooms([{ ...room('a'), holds: 'x < y & z' }], NONE)).toContain('x &lt; y &amp; z');
  });
});

describe('floors', () => {
  const rooms = [
    room('top', 'left', 'right', 'ground'),
    room('left', 'ground'),
    room('right', 'ground'),
    room('ground'),
  ];

  it('every room stands below all that import it', () => {
    expect([...floorsOf(rooms)]).toEqual([
      ['top', 0],
      ['left', 1],
      ['right', 1],
      ['ground', 2],
    ]);
    const floors = floorsOf(ROOMS);
    for (const { name, below } of ROOMS)
      for (const to of below) expect(floors.get(to), `${name} → ${to}`).toBeGreaterThan(floors.get(name) as number);
  });

  it('an arrow is drawn only where no way over a third room says it', () => {
    expect(directOf(rooms).map((a) => a.join('>'))).toEqual(['top>left', 'top>right', 'left>ground', 'right>ground']);
  });

  it('arrows that would cross are told apart, and one that passes a floor has a lane there', () => {
    const crossed = [room('a', 'd'), room('b', 'c'), room('c'), room('d')];
    const [above, below] = houseOf(crossed).floors.map((floor) => floor.map((p) => p.name));
    expect(above?.indexOf('a') === below?.indexOf('d')).toBe(true);
    const passing = houseOf([room('a', 'b', 'c'), room('b', 'd'), room('d', 'e'), room('c', 'e'), room('e')]);
    expect(passing.arrows).toContainEqual(['c', 'c>e@2', 'e']);
    expect(passing.floors[2]).toContainEqual({ name: 'c>e@2', lane: true });
  });
});
