// The way of one unit as GPX 1.1 (https://www.topografix.com/GPX/1/1/): waypoints for what stands,
// a route of the turns with their sentences, a track of the line driven and one of the hose.

export type GpxPoint = { lon: number; lat: number; name: string };
export type GpxTrack = { name: string; line: number[][] };

export type Gpx = {
  name: string;
  /** When the way was computed. */
  at: Date;
  /** Whose data it is. */
  description: string;
  waypoints: GpxPoint[];
  turns: GpxPoint[];
  tracks: GpxTrack[];
};

/** Text of a GPX file, UTF-8. */
export function writeGpx({ name, at, description, waypoints, turns, tracks }: Gpx): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Firepoint" xmlns="http://www.topografix.com/GPX/1/1">',
    `<metadata><name>${escape(name)}</name><desc>${escape(description)}</desc>` +
      `<time>${at.toISOString()}</time></metadata>`,
    ...waypoints.map((point) => pointOf('wpt', point)),
    `<rte><name>${escape(name)}</name>`,
    ...turns.map((point) => pointOf('rtept', point)),
    '</rte>',
    ...tracks.map(trackOf),
    '</gpx>',
    '',
  ].join('\n');
}

function pointOf(tag: 'wpt' | 'rtept', { lon, lat, name }: GpxPoint): string {
  return `<${tag} ${place(lon, lat)}><name>${escape(name)}</name></${tag}>`;
}

function trackOf({ name, line }: GpxTrack): string {
  const points = line.map(([lon = 0, lat = 0]) => `<trkpt ${place(lon, lat)}/>`);
  return `<trk><name>${escape(name)}</name><trkseg>${points.join('')}</trkseg></trk>`;
}

function place(lon: number, lat: number): string {
  return `lat="${lat.toFixed(6)}" lon="${lon.toFixed(6)}"`;
}

/** XML 1.0 takes no control characters, escaped or not. */
function escape(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
