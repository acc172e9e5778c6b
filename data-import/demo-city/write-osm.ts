import { localMeters, type LocalMeters, type Meters } from '../osm/local-meters.ts';
import { openOsmXml, type OsmTags, type OsmXmlWriter } from '../osm/osm-xml.ts';
import type { City, House, Landmark } from './city-model.ts';
import { parkOutline } from './lakes.ts';
import { between } from './plane.ts';
import type { Random } from './random.ts';
import { type OsmRoads, writeRoads } from './write-roads.ts';

/** Where the invented city is put: Hanoi's latitude, but nothing in it is real. */
export const DEMO_ORIGIN = { lon: 105.8, lat: 21.02 };
const TIMESTAMP = '2025-07-01T00:00:00Z';

/** OSM's levels in Vietnam since July 2025: 4 the province or city, 6 the ward or commune. */
const CITY_LEVEL = '4';
const WARD_LEVEL = '6';

/** Hands out ids and turns metres into nodes; areas and roads share it. */
export interface OsmPlot {
  writer: OsmXmlWriter;
  addNode(at: Meters, tags?: OsmTags): number;
  addWay(nodes: readonly number[], tags: OsmTags): number;
  addArea(corners: readonly Meters[], tags: OsmTags): number;
}

export interface OsmCounts {
  roadWays: number;
  bridges: number;
  buildings: number;
  landmarks: number;
  waterBodies: number;
}

/** Writes the whole city as one OSM file. */
export function writeOsm(path: string, city: City, random: Random): OsmCounts {
  const projection = localMeters(DEMO_ORIGIN);
  const writer = openOsmXml(path, {
    timestamp: TIMESTAMP,
    generator: 'firepoint demo city (synthetic)',
    bounds: boundsOf(city.outline, projection),
  });
  const plot = openPlot(writer, projection);
  const roads: OsmRoads = writeRoads(plot, city, random.fork('roads'));
  const dice = random.fork('buildings');
  let buildings = 0;
  let landmarks = 0;
  for (const block of city.blocks) {
    for (const house of block.houses) writeHouse(plot, house, dice);
    for (const landmark of block.landmarks) writeLandmark(plot, landmark);
    const built = block.landmarks.filter((landmark) => 'building' in landmark.tags);
    buildings += block.houses.length + built.length;
    landmarks += built.filter((landmark) => landmark.name !== null).length;
    if (block.use === 'park') plot.addArea(parkOutline(block), { leisure: 'park' });
  }
  for (const water of city.waters) {
    plot.addArea(water.shore, { natural: 'water', water: water.kind, name: water.name });
  }
  writeBoundaries(plot, city);
  writer.close();
  const ponds = city.blocks
    .flatMap((block) => block.landmarks)
    .filter((one) => 'water' in one.tags);
  return { ...roads, buildings, landmarks, waterBodies: city.waters.length + ponds.length };
}

function openPlot(writer: OsmXmlWriter, projection: LocalMeters): OsmPlot {
  let nodeId = 0;
  let wayId = 0;
  const plot: OsmPlot = {
    writer,
    addNode(at, tags) {
      nodeId += 1;
      writer.node({ id: nodeId, ...projection.toLonLat(at), ...(tags && { tags }) });
      return nodeId;
    },
    addWay(nodes, tags) {
      wayId += 1;
      writer.way({ id: wayId, nodes, tags });
      return wayId;
    },
    addArea(corners, tags) {
      const nodes = corners.map((corner) => plot.addNode(corner));
      return plot.addWay([...nodes, nodes[0]!], tags);
    },
  };
  return plot;
}

function boundsOf(
  outline: readonly Meters[],
  projection: LocalMeters,
): [number, number, number, number] {
  const xs = outline.map((point) => point[0]);
  const ys = outline.map((point) => point[1]);
  const low = projection.toLonLat([Math.min(...xs), Math.min(...ys)]);
  const high = projection.toLonLat([Math.max(...xs), Math.max(...ys)]);
  return [
    roundDegrees(low.lon),
    roundDegrees(low.lat),
    roundDegrees(high.lon),
    roundDegrees(high.lat),
  ];
}

function roundDegrees(degrees: number): number {
  return Number(degrees.toFixed(7));
}

/** Addresses as mappers leave them: mostly on the building, some on a shop inside it, some not at all. */
function writeHouse(plot: OsmPlot, house: House, dice: Random): void {
  const isPromised = house.road.anchors.length > 0 || house.road.plotWidths !== null;
  const chance = isPromised ? 1 : dice.next();
  const building = dice.chance(0.85) ? 'house' : 'yes';
  const address = addressOf(house, chance);
  const tags = { building, 'building:levels': house.floors };
  if (chance < 0.05) {
    plot.addArea(house.corners, tags);
  } else if (chance < 0.08) {
    plot.addArea(house.corners, tags);
    const middle = between(house.corners[0]!, house.corners[2]!, 0.3);
    plot.addNode(middle, { shop: dice.pick(['convenience', 'clothes', 'motorcycle']), ...address });
  } else {
    plot.addArea(house.corners, { ...tags, ...address });
  }
}

function addressOf(house: House, chance: number): OsmTags {
  const { road } = house;
  const parent = road.parent;
  if (chance < 0.1 && road.level === 2 && parent && road.path.length > 0) {
    const number = `${house.number} ngách ${road.path.at(-1)}`;
    return { 'addr:housenumber': number, 'addr:street': parent.name };
  }
  return { 'addr:housenumber': house.number, 'addr:street': road.name };
}

function writeLandmark(plot: OsmPlot, landmark: Landmark): void {
  const { tags, name, floors } = landmark;
  plot.addArea(landmark.corners, { ...tags, name, 'building:levels': floors });
}

function writeBoundaries(plot: OsmPlot, city: City): void {
  const units = [
    { name: city.name, outline: city.outline, level: CITY_LEVEL },
    ...city.wards.map((ward) => ({ ...ward, level: WARD_LEVEL })),
  ];
  for (const [index, unit] of units.entries()) {
    const tags = { boundary: 'administrative', admin_level: unit.level };
    const way = plot.addArea(unit.outline, tags);
    plot.writer.relation({
      id: index + 1,
      members: [{ type: 'way', ref: way, role: 'outer' }],
      tags: { type: 'boundary', ...tags, name: unit.name },
    });
  }
}
