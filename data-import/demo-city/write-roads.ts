import type { OsmTags } from '../osm/osm-xml.ts';
import type { City, Junction, Road } from './city-model.ts';
import { distance, projectOnto } from './plane.ts';
import type { Random } from './random.ts';
import { junctionOffsets } from './rings.ts';
import type { OsmPlot } from './write-osm.ts';

/** Mappers end a way where something changes; without that, at a junction after about this many metres. */
const LONG_WAY_METERS = 420;
const SAME_NODE_METERS = 1.6;

export interface OsmRoads {
  roadWays: number;
  bridges: number;
}

interface RoadNode {
  id: number;
  offset: number;
  isJunction: boolean;
}

export function writeRoads(plot: OsmPlot, city: City, random: Random): OsmRoads {
  const shared = new Map<Junction, number>();
  const counts = { roadWays: 0, bridges: 0 };
  const alleys = city.blocks.flatMap((block) => block.alleys);
  for (const road of [...city.streets, ...alleys]) {
    const nodes = nodesOf(plot, road, shared, random);
    const bridge = bridgeOf(road, city.banks);
    const tags = roadTags(road, random);
    for (const piece of piecesOf(nodes, bridge)) {
      if (piece.isBridge) counts.bridges += 1;
      const onBridge = piece.isBridge ? { bridge: 'yes', layer: 1 } : {};
      plot.addWay(piece.nodes, { ...tags, ...onBridge });
      counts.roadWays += 1;
    }
  }
  return counts;
}

/** A road's nodes from its start: its own bends, and the nodes it shares with the roads it meets. */
function nodesOf(
  plot: OsmPlot,
  road: Road,
  shared: Map<Junction, number>,
  random: Random,
): RoadNode[] {
  const junctions = junctionOffsets(road);
  const nodes: RoadNode[] = junctions.map(({ junction, offset }) => {
    const id = shared.get(junction) ?? plot.addNode(junction.at);
    shared.set(junction, id);
    return { id, offset, isJunction: true };
  });
  const blockedByBollard = road.level === 2 && random.chance(0.04);
  let offset = 0;
  for (const [i, point] of road.line.entries()) {
    if (i > 0) offset += distance(road.line[i - 1]!, point);
    const isKnown = junctions.some(
      ({ junction }) => distance(junction.at, point) < SAME_NODE_METERS,
    );
    if (isKnown) continue;
    const tags = blockedByBollard && i === 1 ? { barrier: 'bollard' } : undefined;
    nodes.push({ id: plot.addNode(point, tags), offset, isJunction: false });
  }
  return nodes.toSorted((a, b) => a.offset - b.offset);
}

/** The offsets between which a road crosses the river. */
function bridgeOf(road: Road, banks: readonly [Road, Road]): [number, number] | null {
  const [west, east] = banks.map((bank) =>
    road.junctions.find((one) => bank.junctions.includes(one)),
  );
  if (!west || !east || banks.includes(road)) return null;
  const offsets = [west, east].map((end) => projectOnto(road.line, end.at).offset);
  return [Math.min(...offsets), Math.max(...offsets)];
}

function piecesOf(
  nodes: readonly RoadNode[],
  bridge: [number, number] | null,
): { nodes: number[]; isBridge: boolean }[] {
  const pieces: { nodes: number[]; isBridge: boolean }[] = [];
  let current: RoadNode[] = [];
  const isOnBridge = (node: RoadNode) =>
    bridge !== null && node.offset > bridge[0] - 0.5 && node.offset < bridge[1] - 0.5;
  for (const [i, node] of nodes.entries()) {
    current.push(node);
    const length = node.offset - current[0]!.offset;
    const atBridgeHead = bridge?.some((end) => Math.abs(end - node.offset) < 0.5) ?? false;
    const isLong = node.isJunction && length > LONG_WAY_METERS && !isOnBridge(node);
    const isLast = i === nodes.length - 1;
    if (current.length < 2 || !(atBridgeHead || isLong || isLast)) continue;
    pieces.push({ nodes: current.map((one) => one.id), isBridge: isOnBridge(current[0]!) });
    current = [node];
  }
  return pieces;
}

function roadTags(road: Road, random: Random): OsmTags {
  const name = { name: road.name, alt_name: road.altName };
  if (road.kind === 'street')
    return { highway: road.highway, ...name, ...streetTags(road, random) };
  const tags: Record<string, string | number | null> = {
    highway: road.highway,
    ...name,
    name: nameOnMap(road, random),
    surface: random.chance(0.6) ? 'concrete' : null,
  };
  if (road.highway === 'service') tags['service'] = 'alley';
  const isFootway = road.highway === 'footway' || road.highway === 'path';
  if (!isFootway && road.width < 1.9 && random.chance(0.7)) {
    tags['motor_vehicle'] = 'no';
    tags['motorcycle'] = 'yes';
  }
  if (road.tellsWidth) tags[random.chance(0.25) ? 'maxwidth' : 'width'] = road.width;
  return tags;
}

/** Some mappers leave the street out of an alley's name, so that only the map tells which it belongs to. */
function nameOnMap(road: Road, random: Random): string {
  const isShort = road.path.length > 1 && road.path.length === road.level && random.chance(0.07);
  if (!isShort || road.plotWidths || road.altName) return road.name;
  return `${road.name.split(' ')[0]} ${road.path.join('/')}`;
}

function streetTags(road: Road, random: Random): OsmTags {
  const lanes = { primary: 4, secondary: 3, tertiary: 2 }[road.highway] ?? null;
  const isThrough = [road.line[0]!, road.line.at(-1)!].every((end) =>
    road.junctions.some((junction) => distance(junction.at, end) < SAME_NODE_METERS),
  );
  return {
    lanes: random.chance(0.7) ? lanes : null,
    width: random.chance(0.4) ? road.width : null,
    surface: random.chance(0.5) ? 'asphalt' : null,
    oneway: road.highway === 'residential' && isThrough && random.chance(0.05) ? 'yes' : null,
  };
}
