// Where labels go that would lie over one another, or over signs: each to the first of its places that is free,
// else below what is in its way. Pure.

/** In pixels, from the upper left. */
export type LabelBox = { x: number; y: number; width: number; height: number };

/** The same thing at each zoom that counts: what stands clear from near may meet from far. */
export type AtZooms = LabelBox[];

/** `place` of its places, moved down by so many pixels. */
export type PlacedLabel = { place: number; down: number };

const gapPixels = 2;

/** The first labels have the first choice. A label needs one place at least. */
export function placeLabels(labels: AtZooms[][], signs: AtZooms[]): PlacedLabel[] {
  const taken: AtZooms[] = [];
  return labels.map((places) => {
    const placed = placeOne(places, taken, signs);
    taken.push(places[placed.place]!.map((box) => moveDown(box, placed.down)));
    return placed;
  });
}

function placeOne(places: AtZooms[], taken: AtZooms[], signs: AtZooms[]): PlacedLabel {
  const isClearOf = (place: AtZooms, others: AtZooms[]): boolean =>
    others.every((other) => !meets(place, other));
  const clear = places.findIndex((place) => isClearOf(place, taken) && isClearOf(place, signs));
  if (clear >= 0) return { place: clear, down: 0 };
  // Over a sign it can still be read, over words it cannot.
  const readable = places.findIndex((place) => isClearOf(place, taken));
  if (readable >= 0) return { place: readable, down: 0 };
  return { place: 0, down: downBelow(places[0]!, taken) };
}

function downBelow(boxes: AtZooms, taken: AtZooms[]): number {
  let down = 0;
  // Each turn goes below one more label, so it ends.
  for (let turn = 0; turn <= taken.length; turn++) {
    const moved = boxes.map((box) => moveDown(box, down));
    const met = taken.find((other) => meets(moved, other));
    if (!met) break;
    down += Math.max(...met.map((box, zoom) => box.y + box.height + gapPixels - moved[zoom]!.y));
  }
  return down;
}

function moveDown(box: LabelBox, down: number): LabelBox {
  return { ...box, y: box.y + down };
}

function meets(a: AtZooms, b: AtZooms): boolean {
  return a.some((box, zoom) => overlaps(box, b[zoom]!));
}

export function overlaps(a: LabelBox, b: LabelBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
