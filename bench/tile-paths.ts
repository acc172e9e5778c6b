type Position = [lon: number, lat: number];

/** Slippy-map tile that holds a point (https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames). */
export function tilePathAt([lon, lat]: Position, z: number): string {
  const radians = (lat * Math.PI) / 180;
  const x = Math.floor(((lon + 180) / 360) * 2 ** z);
  const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z);
  return `${z}/${x}/${y}`;
}

/** Different tiles of a zoom that hold some of these points. */
export function tilePathsAt(points: Position[], z: number, most: number): string[] {
  return [...new Set(points.map((point) => tilePathAt(point, z)))].slice(0, most);
}
