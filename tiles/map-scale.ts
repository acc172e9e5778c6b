const equatorM = 40_075_016.685_578_5;

/** Screen pixels per metre on the ground at a zoom and latitude (512 px tiles). */
export function pixelsPerMeter(zoom: number, latitude: number): number {
  return (512 * 2 ** zoom) / (equatorM * Math.cos((latitude * Math.PI) / 180));
}
