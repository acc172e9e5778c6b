import { callsPerSecond, fetchWhole, printRow, printSpread, timeEach } from './measure.ts';
import type { World } from './world.ts';

type Tile = { z: number; x: number; y: number };

const zooms = [13, 14, 15, 16, 17];
const perZoom = 30;

/** Slippy-map tile that holds a point (https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames). */
function tileAt([lon, lat]: [number, number], z: number): Tile {
  const radians = (lat * Math.PI) / 180;
  const x = Math.floor(((lon + 180) / 360) * 2 ** z);
  const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z);
  return { z, x, y };
}

function listTiles(world: World, z: number): string[] {
  const tiles = world.points(20 * perZoom).map((point) => tileAt(point, z));
  const paths = new Set(tiles.map(({ x, y }) => `/tiles/base/${z}/${x}/${y}`));
  return [...paths].slice(0, perZoom);
}

export async function benchTiles(world: World): Promise<void> {
  const headers = { 'Accept-Encoding': 'gzip, deflate, br' };
  let largest = 0;
  for (const z of zooms) {
    const paths = listTiles(world, z);
    const cold = await timeEach(paths, async (path) => {
      const body = await fetchWhole(world.url + path, { headers });
      largest = Math.max(largest, body.byteLength);
    });
    printSpread(`tiles z${z}, cold`, cold);
  }
  const paths = zooms.flatMap((z) => listTiles(world, z));
  printSpread(
    'tiles, warm',
    await timeEach(paths, (path) => fetchWhole(world.url + path, { headers })),
  );
  const rate = await callsPerSecond({ calls: 2_000, atOnce: 8 }, (index) =>
    fetchWhole(world.url + paths[index % paths.length]!, { headers }),
  );
  printRow('tiles, warm, eight at a time', `${rate.toFixed(0)} per second`);
  printRow('largest tile, uncompressed', `${(largest / 1_000).toFixed(0)} kB`);
}
