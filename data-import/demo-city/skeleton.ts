import type { Ring, Road } from './city-model.ts';
import { distance, headingFrom, type Meters, step } from './plane.ts';
import type { Random } from './random.ts';
import { layRoad } from './rings.ts';
import { makeStreet, type StreetClass } from './roads.ts';

/** The demo's own hand: the outline, the river, its bridges, and the main roads that recursion then fills. */
export interface Skeleton {
  outline: Meters[];
  river: Meters[];
  banks: readonly [Road, Road];
  streets: Road[];
  rings: Ring[];
  /** Lines that part one ward from the next. */
  dividers: Meters[][];
}

interface MainRoad {
  name: string;
  class: StreetClass;
  /** In metres of a city of 750 m radius; drawn where numbers begin first. */
  through: readonly Meters[];
}

/** Ends overshoot: each road is cut back to the roads it meets. Khương Hạ and Trung Kính have their alleys on the left. */
const CENTRAL_ROADS: readonly MainRoad[] = [
  { name: 'Đường Vành Đai Mẫu', class: 'secondary', through: [[1500, -700], [900, -590], [620, -500], [420, -510], [200, -462], [40, -490], [-180, -446], [-360, -470], [-480, -410], [-545, -280], [-530, -60], [-560, 120], [-520, 330], [-430, 480], [-280, 555], [-100, 540], [80, 576], [240, 545], [330, 560], [520, 600], [900, 650], [1500, 800]] }, // prettier-ignore
  { name: 'Đường Hồ Sen', class: 'primary', through: [[-1500, 90], [-900, 60], [-620, -22], [-400, -8], [-200, -30], [0, -12], [180, -40], [300, -20], [420, -6], [600, -30], [900, 70], [1500, 50]] }, // prettier-ignore
  { name: 'Đường Lạc Phúc', class: 'secondary', through: [[-1500, 480], [-900, 400], [-560, 308], [-380, 344], [-220, 312], [-60, 336], [120, 308], [290, 330], [430, 350], [620, 310], [900, 400], [1500, 420]] }, // prettier-ignore
  { name: 'Đường Thanh Trúc', class: 'secondary', through: [[-362, -1500], [-320, -900], [-272, -620], [-246, -440], [-226, -300], [-238, -150], [-224, 0], [-240, 160], [-222, 330], [-276, 540], [-300, 800], [-360, 1500]] }, // prettier-ignore
  { name: 'Phố Trung Kính', class: 'tertiary', through: [[68, -60], [62, 60], [70, 160], [58, 260], [66, 380], [110, 480], [90, 600]] }, // prettier-ignore
  { name: 'Phố Khương Hạ', class: 'tertiary', through: [[-600, -338], [-480, -326], [-380, -340], [-290, -330], [-200, -342], [-60, -310], [90, -350], [230, -330], [375, -336]] }, // prettier-ignore
  { name: 'Phố Ngọc Hà', class: 'tertiary', through: [[-70, 280], [-74, 400], [-42, 480], [-80, 620], [-20, 800], [-10, 1500]] }, // prettier-ignore
];

export function drawSkeleton(radius: number, random: Random): Skeleton {
  const outline = drawOutline(radius, random.fork('outline'));
  const banks = drawBanks(radius, random.fork('river'));
  const [west, east] = banks;
  const dividers = [[...west.line]];
  let rings = [{ points: outline, owners: outline.map((): Road | null => null) }];
  for (const bank of banks) rings = layRoad(rings, bank);
  const river = [...west.line, ...east.line.toReversed()];
  const isLand = (ring: Ring) => !(ring.owners.includes(west) && ring.owners.includes(east));
  rings = rings.filter(isLand);
  const streets: Road[] = [...banks];
  for (const main of mainRoads(radius, random)) {
    const road = makeStreet(main.name, main.class, smooth(main.through).map(sway));
    if (road.highway === 'primary' || road.streetName === 'Thanh Trúc') dividers.push(road.line);
    const laid = layRoad(rings, road);
    if (laid.length === rings.length) continue;
    rings = laid;
    streets.push(road);
  }
  return { outline, river, banks, streets, rings, dividers };
}

/** No straight line survives in an old city: everything drawn by hand is swayed by the same gentle field. */
export function sway([x, y]: Meters): Meters {
  return [
    x + 30 * Math.sin(y / 150 + 0.6) + 9 * Math.sin((x + y) / 61),
    y + 26 * Math.sin(x / 170 + 2.1) + 9 * Math.sin((x - y) / 67 + 1),
  ];
}

/** Catmull-Rom through the given points, one point about every 25 m. */
function smooth(through: readonly Meters[]): Meters[] {
  const line: Meters[] = [];
  for (let i = 0; i + 1 < through.length; i++) {
    const [p, a, b, q] = [
      through[i - 1] ?? through[i]!,
      through[i]!,
      through[i + 1]!,
      through[i + 2] ?? through[i + 1]!,
    ];
    const pieces = Math.max(2, Math.round(distance(a, b) / 25));
    for (let n = 0; n < pieces; n++) line.push(catmullRom([p, a, b, q], n / pieces));
  }
  return [...line, through.at(-1)!];
}

function catmullRom([p, a, b, q]: readonly [Meters, Meters, Meters, Meters], t: number): Meters {
  const blend = (axis: 0 | 1) =>
    0.5 *
    (2 * a[axis] +
      (b[axis] - p[axis]) * t +
      (2 * p[axis] - 5 * a[axis] + 4 * b[axis] - q[axis]) * t * t +
      (3 * a[axis] - p[axis] - 3 * b[axis] + q[axis]) * t ** 3);
  return [blend(0), blend(1)];
}

function drawOutline(radius: number, random: Random): Meters[] {
  const phases = [random.between(0, 6), random.between(0, 6), random.between(0, 6)];
  const corners = 72;
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    const swell =
      0.045 * Math.sin(2 * angle + phases[0]!) +
      0.03 * Math.sin(3 * angle + phases[1]!) +
      0.02 * Math.sin(5 * angle + phases[2]!);
    return step([0, 0], [Math.cos(angle), Math.sin(angle)], radius * (1 + swell));
  });
}

/** A river east of the centre, flowing north to south, with a road on each dyke. */
function drawBanks(radius: number, random: Random): [Road, Road] {
  const reach = radius * 1.3;
  const phase = random.between(-0.3, 0.3);
  const middle = (y: number): Meters => [
    352 +
      26 * Math.sin(y / 210 + phase) +
      0.09 * radius * Math.sin(y / (radius * 0.55)) ** 2 * Math.sign(-y),
    y,
  ];
  const left: Meters[] = [];
  const right: Meters[] = [];
  for (let y = reach; y >= -reach; y -= 45) {
    const at = middle(y);
    const heading = headingFrom(middle(y + 5), middle(y - 5));
    const half = 46 + 9 * Math.sin(y / 160 + phase * 3);
    left.push(step(at, heading, 0, half));
    right.push(step(at, heading, 0, -half));
  }
  return [
    makeStreet('Đường Đê Hữu', 'tertiary', right),
    makeStreet('Đường Đê Tả', 'tertiary', left),
  ];
}

/** The central roads, and beyond them one more each way about every 1.5 km for as far as the city goes. */
function mainRoads(radius: number, random: Random): MainRoad[] {
  const roads = CENTRAL_ROADS.map((road) => ({ ...road, through: reachTo(road.through, radius) }));
  const steps = radius > 1600 ? Math.ceil((radius - 900) / 1500) : 0;
  for (let n = 1; n <= steps; n++) {
    for (const sign of [-1, 1]) {
      const at = sign * (n * 1500 - 300);
      roads.push({ name: '', class: 'primary', through: sweep(at, radius, random, 'x') });
      if (Math.abs(at - 350) > 500) {
        roads.push({ name: '', class: 'primary', through: sweep(at, radius, random, 'y') });
      }
    }
  }
  return roads;
}

/** A point this far out only says where its road leads: on to the edge of the city, however far. */
const LEADS_OUT_METERS = 1400;

function reachTo(through: readonly Meters[], radius: number): Meters[] {
  const near = through.filter((point) => !leadsOut(point));
  const [first, last] = [through[0]!, through.at(-1)!];
  return [
    ...(leadsOut(first) ? leadOut(near[0]!, first, radius).toReversed() : []),
    ...near,
    ...(leadsOut(last) ? leadOut(near.at(-1)!, last, radius) : []),
  ];
}

function leadsOut(point: Meters): boolean {
  return Math.hypot(...point) > LEADS_OUT_METERS;
}

function leadOut(from: Meters, towards: Meters, radius: number): Meters[] {
  const heading = headingFrom(from, towards);
  const line: Meters[] = [];
  for (
    let ahead = 260;
    Math.hypot(...step(from, heading, ahead - 260)) < radius * 1.3;
    ahead += 260
  ) {
    line.push(step(from, heading, ahead, 70 * Math.sin(ahead / 700) * Math.min(1, ahead / 600)));
  }
  return line;
}

function sweep(at: number, radius: number, random: Random, along: 'x' | 'y'): Meters[] {
  const line: Meters[] = [];
  const phase = random.between(0, 6);
  for (let u = -radius * 1.4; u <= radius * 1.4; u += 110) {
    const v = at + 70 * Math.sin(u / 620 + phase) + random.between(-8, 8);
    line.push(along === 'x' ? [u, v] : [v, u]);
  }
  return line;
}
