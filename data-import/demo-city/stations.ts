import type { City } from './city-model.ts';
import type { Meters } from './plane.ts';
import type { Random } from './random.ts';

export interface StationRow {
  id: string;
  name: string;
  at: Meters;
}

export interface UnitRow {
  id: string;
  call_sign: string;
  station_id: string;
  vehicle_class: 'large' | 'small' | 'motorbike' | 'ladder' | 'tanker' | 'rescue';
  status: string;
}

/** One station behind each gate that found room, named after the street it faces. */
export function openStations(city: City): StationRow[] {
  return city.blocks
    .flatMap((block) => (block.stationGate ? [block.stationGate] : []))
    .map((at, index) => ({
      id: `S${String(index + 1).padStart(2, '0')}`,
      name: `Đội chữa cháy mẫu số ${index + 1}`,
      at,
    }));
}

const LETTERS = {
  large: 'L',
  small: 'N',
  motorbike: 'M',
  ladder: 'T',
  tanker: 'X',
  rescue: 'C',
} as const;

/** What a city has one of, by the place of its station in the list. */
const SPECIAL: UnitRow['vehicle_class'][][] = [['ladder', 'rescue'], ['tanker']];

/** A large pumper, a small one and a motorbike everywhere, more at the first two; some are not to be had. */
export function crewUnits(stations: readonly StationRow[], random: Random): UnitRow[] {
  return stations.flatMap((station, index) => {
    const isMain = index < 2;
    const classes: UnitRow['vehicle_class'][] = ['large', 'small', 'motorbike'];
    if (isMain || random.chance(0.3)) classes.push('large');
    if (isMain || random.chance(0.4)) classes.push('motorbike');
    const usual = classes.map((vehicleClass, place): UnitRow => {
      const sameBefore = classes.slice(0, place).filter((one) => one === vehicleClass).length;
      const status = statusOf(index === 0 && sameBefore === 0, random);
      return { ...describeUnit(station, index, vehicleClass, sameBefore), status };
    });
    const special = (SPECIAL[index] ?? []).map((vehicleClass): UnitRow => {
      return { ...describeUnit(station, index, vehicleClass, 0), status: 'available' };
    });
    return [...usual, ...special];
  });
}

function describeUnit(
  station: StationRow,
  index: number,
  vehicleClass: UnitRow['vehicle_class'],
  sameBefore: number,
): Omit<UnitRow, 'status'> {
  const suffix = `${LETTERS[vehicleClass]}${sameBefore + 1}`;
  return {
    id: `${station.id}-${suffix}`,
    call_sign: `Mẫu ${index + 1}-${suffix}`,
    station_id: station.id,
    vehicle_class: vehicleClass,
  };
}

/** The first station always has one of each class ready. */
function statusOf(isAlwaysReady: boolean, random: Random): string {
  const dice = random.next();
  if (isAlwaysReady || dice < 0.8) return 'available';
  return dice < 0.9 ? 'maintenance' : 'on-call';
}
