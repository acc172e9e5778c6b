import { localMeters, type Meters } from './local-meters.ts';
import { openOsmXml, type OsmTags, type OsmXmlWriter } from './osm-xml.ts';

export interface MiniNode {
  at: Meters;
  tags: OsmTags;
}

export interface MiniWorld {
  /** Where (0, 0) lies; Hanoi's latitude when not given. */
  origin?: { lon: number; lat: number };
  /** Metres east and north of the origin, by the name that ways use; with tags where the node says something. */
  nodes: Readonly<Record<string, Meters | MiniNode>>;
  /** Names of nodes along each way; close it by repeating the first. `id` when a test needs a certain one. */
  ways?: readonly { id?: number; nodes: readonly string[]; tags: OsmTags }[];
  /** Closed areas given by their corners alone, such as houses. */
  areas?: readonly { corners: readonly Meters[]; tags: OsmTags }[];
  /** Multipolygons and boundaries over `ways`, by their position in that list. */
  relations?: readonly { members: readonly { way: number; role?: string }[]; tags: OsmTags }[];
}

export interface MiniWorldIds {
  nodes: Record<string, number>;
  ways: number[];
  areas: number[];
  relations: number[];
}

/** Writes a small invented world as an OSM file for a test, and says which OSM ids its parts got. */
export function writeMiniWorld(path: string, world: MiniWorld): MiniWorldIds {
  const origin = world.origin ?? { lon: 105.8, lat: 21 };
  const projection = localMeters(origin);
  const writer = openOsmXml(path, { timestamp: '2025-07-01T00:00:00Z' });
  const ids: MiniWorldIds = { nodes: {}, ways: [], areas: [], relations: [] };
  let nodeId = 0;
  for (const [name, node] of Object.entries(world.nodes)) {
    const { at, tags } = isPlain(node) ? { at: node, tags: {} } : node;
    nodeId += 1;
    ids.nodes[name] = nodeId;
    writer.node({ id: nodeId, ...projection.toLonLat(at), tags });
  }
  writeWays(writer, world, ids);
  let wayId = Math.max(0, ...ids.ways);
  for (const area of world.areas ?? []) {
    const first = nodeId + 1;
    for (const corner of area.corners)
      writer.node({ id: ++nodeId, ...projection.toLonLat(corner) });
    const ring = [...area.corners.map((_, index) => first + index), first];
    writer.way({ id: ++wayId, nodes: ring, tags: area.tags });
    ids.areas.push(wayId);
  }
  for (const [index, relation] of (world.relations ?? []).entries()) {
    const members = relation.members.map(({ way, role }) => {
      const ref = ids.ways[way];
      if (ref === undefined)
        throw new Error(`mini-world: relation ${index} names way ${way}, which does not exist`);
      return { type: 'way' as const, ref, role: role ?? 'outer' };
    });
    writer.relation({ id: index + 1, members, tags: relation.tags });
    ids.relations.push(index + 1);
  }
  writer.close();
  return ids;
}

function writeWays(writer: OsmXmlWriter, world: MiniWorld, ids: MiniWorldIds): void {
  for (const way of world.ways ?? []) {
    const id = way.id ?? (ids.ways.at(-1) ?? 0) + 1;
    const nodes = way.nodes.map((name) => {
      const ref = ids.nodes[name];
      if (ref === undefined)
        throw new Error(`mini-world: way ${id} names node ${name}, which does not exist`);
      return ref;
    });
    writer.way({ id, nodes, tags: way.tags });
    ids.ways.push(id);
  }
}

function isPlain(node: Meters | MiniNode): node is Meters {
  return Array.isArray(node);
}
