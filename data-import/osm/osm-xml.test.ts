import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeMiniWorld } from './mini-world.ts';
import { openOsmXml } from './osm-xml.ts';

const folder = mkdtempSync(join(tmpdir(), 'firepoint-osm-xml-'));
const timestamp = '2025-07-01T00:00:00Z';

describe('the OSM file of an invented world', () => {
  it('puts nodes before ways before relations, in whatever order they were given', () => {
    const path = join(folder, 'order.osm');
    const writer = openOsmXml(path, { timestamp, bounds: [105, 20, 106, 21] });
    writer.relation({
      id: 1,
      members: [{ type: 'way', ref: 1, role: 'outer' }],
      tags: { type: 'multipolygon' },
    });
    writer.way({ id: 1, nodes: [1, 2], tags: { highway: 'residential' } });
    writer.node({ id: 1, lon: 105.8, lat: 21 });
    writer.node({
      id: 2,
      lon: 105.81,
      lat: 21,
      tags: { name: 'Ngõ 29 "Khương" & <Hạ>', empty: null },
    });
    writer.close();
    const text = readFileSync(path, 'utf8');
    const places = ['<bounds', '<node', '<way', '<relation', '</osm>'].map((part) =>
      text.indexOf(part),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toContain('v="Ngõ 29 &quot;Khương&quot; &amp; &lt;Hạ&gt;"');
    expect(text).not.toContain('empty');
    expect(readdirSync(folder)).toEqual(['order.osm']);
  });

  it('refuses ids that do not ascend, because OSRM and osm2pgsql need sorted input', () => {
    const writer = openOsmXml(join(folder, 'unsorted.osm'), { timestamp });
    writer.node({ id: 2, lon: 105.8, lat: 21 });
    expect(() => writer.node({ id: 1, lon: 105.8, lat: 21 })).toThrow(/ascend/);
  });

  it('places a mini-world by metres, as osmium reads it', () => {
    const path = join(folder, 'mini.osm');
    const ids = writeMiniWorld(path, {
      nodes: { a: [0, 0], b: [100, 0], h: { at: [50, 3], tags: { emergency: 'fire_hydrant' } } },
      ways: [{ nodes: ['a', 'b'], tags: { highway: 'residential', name: 'Phố Thử' } }],
      areas: [
        {
          corners: [
            [10, 5],
            [14, 5],
            [14, 17],
            [10, 17],
          ],
          tags: { building: 'house' },
        },
      ],
    });
    const listing = execFileSync('osmium', ['cat', '-f', 'opl', path], { encoding: 'utf8' });
    expect(listing).toMatch(new RegExp(`^n${ids.nodes['b']} .*x105\\.80096\\d* y21$`, 'm'));
    expect(listing).toMatch(/^w2 .*Tbuilding=house Nn4,n5,n6,n7,n4$/m);
  });
});
