import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

/** Tags of one object; null and undefined values are left out. */
export type OsmTags = Readonly<Record<string, string | number | null | undefined>>;

export interface OsmNode {
  id: number;
  lon: number;
  lat: number;
  tags?: OsmTags;
}

export interface OsmWay {
  id: number;
  nodes: readonly number[];
  tags?: OsmTags;
}

export interface OsmMember {
  type: 'node' | 'way' | 'relation';
  ref: number;
  role?: string;
}

export interface OsmRelation {
  id: number;
  members: readonly OsmMember[];
  tags?: OsmTags;
}

export interface OsmXmlOptions {
  /** ISO 8601; written on the file and on every object, so that equal worlds give equal bytes. */
  timestamp: string;
  /** What made the world; stands in the head of the file. */
  generator?: string;
  /** west, south, east, north in degrees */
  bounds?: readonly [number, number, number, number];
}

export interface OsmXmlWriter {
  node(node: OsmNode): void;
  way(way: OsmWay): void;
  relation(relation: OsmRelation): void;
  close(): void;
}

const FLUSH_AT_CHARACTERS = 1 << 20;
const COPY_BYTES = 1 << 20;
const XML_NAMES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * Writes OSM XML as osm2pgsql, osmium and OSRM want it: nodes, then ways, then relations. Objects may come in any
 * order of kinds (ways and relations wait in files beside the target), but ids must ascend within a kind.
 * Writes are synchronous, so memory stays bounded however big the city is.
 */
export function openOsmXml(path: string, options: OsmXmlOptions): OsmXmlWriter {
  const seen = ` version="1" timestamp="${escapeXml(options.timestamp)}"`;
  const nodes = openSection(path);
  const ways = openSection(`${path}.ways`);
  const relations = openSection(`${path}.relations`);
  nodes.write(
    `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6" generator="${escapeXml(options.generator ?? 'firepoint')}">\n`,
  );
  if (options.bounds) {
    const [west, south, east, north] = options.bounds;
    nodes.write(
      `<bounds minlat="${south}" minlon="${west}" maxlat="${north}" maxlon="${east}"/>\n`,
    );
  }
  return {
    node(node) {
      nodes.expectAscending(node.id);
      const place = `lat="${node.lat.toFixed(7)}" lon="${node.lon.toFixed(7)}"`;
      nodes.write(element('node', `<node id="${node.id}"${seen} ${place}`, formatTags(node.tags)));
    },
    way(way) {
      ways.expectAscending(way.id);
      const refs = way.nodes.map((ref) => `<nd ref="${ref}"/>\n`).join('');
      ways.write(element('way', `<way id="${way.id}"${seen}`, refs + formatTags(way.tags)));
    },
    relation(relation) {
      relations.expectAscending(relation.id);
      const members = relation.members.map(
        (member) =>
          `<member type="${member.type}" ref="${member.ref}" role="${escapeXml(member.role ?? '')}"/>\n`,
      );
      relations.write(
        element(
          'relation',
          `<relation id="${relation.id}"${seen}`,
          members.join('') + formatTags(relation.tags),
        ),
      );
    },
    close() {
      for (const section of [ways, relations]) {
        section.close();
        nodes.append(section.path);
        rmSync(section.path);
      }
      nodes.write('</osm>\n');
      nodes.close();
    },
  };
}

function openSection(path: string) {
  const file = openSync(path, 'w');
  let pending: string[] = [];
  let pendingCharacters = 0;
  let lastId = Number.NEGATIVE_INFINITY;
  const flush = () => {
    writeAll(file, Buffer.from(pending.join(''), 'utf8'));
    pending = [];
    pendingCharacters = 0;
  };
  return {
    path,
    expectAscending(id: number) {
      if (id <= lastId)
        throw new Error(`OSM ids must ascend within a kind: ${id} came after ${lastId} in ${path}`);
      lastId = id;
    },
    write(text: string) {
      pending.push(text);
      pendingCharacters += text.length;
      if (pendingCharacters >= FLUSH_AT_CHARACTERS) flush();
    },
    append(otherPath: string) {
      flush();
      copyInto(file, otherPath);
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

function copyInto(file: number, sourcePath: string): void {
  const source = openSync(sourcePath, 'r');
  const buffer = Buffer.allocUnsafe(COPY_BYTES);
  for (let read = readSync(source, buffer); read > 0; read = readSync(source, buffer)) {
    writeAll(file, buffer.subarray(0, read));
  }
  closeSync(source);
}

function writeAll(file: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

function element(name: string, opening: string, content: string): string {
  return content === '' ? `${opening}/>\n` : `${opening}>\n${content}</${name}>\n`;
}

function formatTags(tags: OsmTags | undefined): string {
  if (!tags) return '';
  let text = '';
  for (const [key, value] of Object.entries(tags)) {
    if (value === null || value === undefined) continue;
    text += `<tag k="${escapeXml(key)}" v="${escapeXml(String(value))}"/>\n`;
  }
  return text;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => XML_NAMES[character] ?? character);
}
