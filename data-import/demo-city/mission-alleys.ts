import type { Ring, Road, Side } from './city-model.ts';
import { type Growth, layAlley, layThroughAlley } from './alleys.ts';
import { bendAcross } from './cuts.ts';
import { headingFrom, lineLength, type Meters, pointAlong, projectOnto, step } from './plane.ts';

/** The alleys of the fires that Firepoint is measured by, laid by hand in blocks kept whole for them. */
export function layMissionAlleys(growth: Growth): Ring[] {
  return growth.block.special === 'khuong-ha' ? layKhuongHa(growth) : layTrungKinh(growth);
}

/** Ngõ 29 > ngách 70, whose number 37 lies some 320 m from Khương Hạ, too narrow all the way for a large pumper. */
function layKhuongHa(growth: Growth): Ring[] {
  const { ring } = growth.block;
  const street = findOwner(ring, 'Khương Hạ');
  const ngo = layBranch(growth, ring, { from: street, side: 'left', at: 84, reach: 226 });
  Object.assign(ngo.alley, {
    width: 2.8,
    clearance: 1.5,
    tellsWidth: true,
    highway: 'residential',
  });
  ngo.alley.plotWidths = [4.6, 6];
  street.anchors.push({ side: 'left', offset: ngo.mouth, number: 29 });
  const ngach = layBranch(growth, ngo.right, {
    from: ngo.alley,
    side: 'right',
    at: 206,
    reach: 136,
  });
  Object.assign(ngach.alley, {
    width: 1.9,
    clearance: 1.05,
    tellsWidth: false,
    highway: 'service',
  });
  ngach.alley.plotWidths = [4.4, 5.8];
  ngo.alley.anchors.push({ side: 'right', offset: ngach.mouth, number: 70 });
  ngach.alley.anchors.push({ side: 'left', offset: 124, number: 37 });
  return [ngo.left, ngach.left, ngach.right];
}

/** Ngõ 119 meets ngõ 43 > ngách 98 > hẻm 31: one network with two mouths on Trung Kính. */
function layTrungKinh(growth: Growth): Ring[] {
  const { ring } = growth.block;
  const street = findOwner(ring, 'Trung Kính');
  const ngo43 = layBranch(growth, ring, { from: street, side: 'left', at: 96, reach: 212 });
  ngo43.alley.plotWidths = [3, 4.2];
  street.anchors.push({ side: 'left', offset: ngo43.mouth, number: 43 });
  const ngo119 = layBranch(growth, ngo43.right, {
    from: street,
    side: 'left',
    at: 262,
    reach: 238,
  });
  street.anchors.push({ side: 'left', offset: ngo119.mouth, number: 119 });
  const between = ngo119.left;
  const ngach98 = layBranch(growth, between, {
    from: ngo43.alley,
    side: 'right',
    at: 188,
    reach: 96,
  });
  ngo43.alley.anchors.push({ side: 'right', offset: ngach98.mouth, number: 98 });
  ngach98.alley.plotWidths = [3, 4.2];
  const hem = layHem31(growth, ngach98.left, ngach98.alley, ngo119.alley);
  return [ngo43.left, ngo119.right, ngach98.right, ...hem];
}

/** From the left of ngách 98 a short way out, then along it to ngõ 119. */
function layHem31(growth: Growth, ring: Ring, ngach: Road, ngo: Road): Ring[] {
  const mouth = 60;
  const at = pointAlong(ngach.line, mouth);
  const ahead = headingFrom(at, pointAlong(ngach.line, mouth + 10));
  const elbow = step(at, ahead, 3, 26);
  const far = projectOnto(ngo.line, step(elbow, ahead, 60));
  const line = [at, step(at, ahead, 1, 12), elbow, pointAlong(ngo.line, far.offset)];
  const alley = layThroughAlley(growth, ring, {
    line,
    fromEdge: edgeAt(ring, line[0]!, ngach),
    toEdge: edgeAt(ring, line.at(-1)!, ngo),
  });
  ngach.anchors.push({ side: 'left', offset: mouth, number: 31 });
  ngo.farMouth = alley.alley;
  return alley.halves;
}

interface Branch {
  alley: Road;
  /** Offset of its mouth along the road it leaves. */
  mouth: number;
  left: Ring;
  right: Ring;
}

const TRIES = 60;

function layBranch(
  growth: Growth,
  ring: Ring,
  branch: { from: Road; side: Side; at: number; reach: number },
): Branch {
  const manner = {
    direction: 'across',
    bend: 0.03,
    pointEvery: 24,
    clearOfCorners: 8,
    clearOfEdges: 8,
  } as const;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const at = pointAlong(branch.from.line, branch.at);
    const along = headingFrom(at, pointAlong(branch.from.line, branch.at + 4));
    const inward: Meters = branch.side === 'left' ? [-along[1], along[0]] : [along[1], -along[0]];
    const swing = growth.random.between(-0.012, 0.012) * attempt;
    const aim = step(inward, [-inward[1], inward[0]], swing);
    const cut = bendAcross(ring, [step(at, aim, -590), step(at, aim, 600)], growth.random, manner);
    if (!cut || ring.owners[cut.fromEdge] !== branch.from) continue;
    if (lineLength(cut.line) < branch.reach + 4) continue;
    const [left, right] = layAlley(growth, ring, cut, branch.reach);
    const mouth = projectOnto(branch.from.line, cut.line[0]!).offset;
    return { alley: growth.block.alleys.at(-1)!, mouth, left, right };
  }
  throw new Error(`demo city: no room for the alley ${branch.at} m along ${branch.from.name}`);
}

function findOwner(ring: Ring, streetName: string): Road {
  const road = ring.owners.find((owner) => owner?.streetName === streetName);
  if (!road) throw new Error(`demo city: the block of ${streetName} does not face it`);
  return road;
}

function edgeAt(ring: Ring, at: Meters, owner: Road): number {
  let best = { edge: -1, away: Number.POSITIVE_INFINITY };
  for (let edge = 0; edge < ring.points.length; edge++) {
    if (ring.owners[edge] !== owner) continue;
    const end = ring.points[(edge + 1) % ring.points.length]!;
    const { away } = projectOnto([ring.points[edge]!, end], at);
    if (away < best.away) best = { edge, away };
  }
  return best.edge;
}
