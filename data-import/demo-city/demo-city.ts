import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { listContacts, listMobilised } from './contacts.ts';
import { countHouses, planCity } from './plan-city.ts';
import { seedRandom } from './random.ts';
import { crewUnits, openStations } from './stations.ts';
import { listMains } from './water-mains.ts';
import { placeWaterPoints } from './water-points.ts';
import { type OsmCounts, writeOsm } from './write-osm.ts';
import { writeRegisters } from './write-registers.ts';

export interface DemoCityOptions {
  folder: string;
  /** 5,000 when not given; never fewer than 2,000. */
  houses?: number;
  seed?: number;
  /** Test dates of hydrants are counted back from this day; tests give a fixed one. */
  today?: Date;
}

export interface DemoCityFiles {
  osm: string;
  stations: string;
  units: string;
  waterPoints: string;
  waterMains: string;
  contacts: string;
  mobilisedVehicles: string;
}

export interface DemoCityResult {
  name: string;
  files: DemoCityFiles;
  counts: OsmCounts & {
    houses: number;
    streets: number;
    alleys: number;
    wards: number;
    stations: number;
    units: number;
    waterPoints: number;
    waterMains: number;
    contacts: number;
    mobilisedVehicles: number;
  };
}

/**
 * Writes an invented city in the manner of Hanoi into `folder`, as the files a real city would bring: one OSM file
 * and the registers of stations, units, water and help from others. Equal options give equal bytes. All of it is synthetic.
 */
export function writeDemoCity(options: DemoCityOptions): DemoCityResult {
  const { folder, houses = 5000, seed = 1, today = new Date() } = options;
  const city = planCity(houses, seed);
  const random = seedRandom(seed).fork('files');
  const stations = openStations(city);
  const units = crewUnits(stations, random.fork('units'));
  const waterPoints = placeWaterPoints(city, today, random.fork('water'));
  const waterMains = listMains(city, waterPoints);
  const contacts = listContacts(city, random.fork('contacts'));
  const mobilisedVehicles = listMobilised(city, random.fork('mobilised'));
  mkdirSync(folder, { recursive: true });
  const files: DemoCityFiles = {
    osm: join(folder, 'city.osm'),
    stations: join(folder, 'stations.csv'),
    units: join(folder, 'units.csv'),
    waterPoints: join(folder, 'water-points.csv'),
    waterMains: join(folder, 'water-mains.csv'),
    contacts: join(folder, 'contacts.csv'),
    mobilisedVehicles: join(folder, 'mobilised-vehicles.csv'),
  };
  const osm = writeOsm(files.osm, city, random.fork('osm'));
  const registers = { stations, units, waterPoints, waterMains, contacts, mobilisedVehicles };
  writeRegisters(files, registers);
  return {
    name: city.name,
    files,
    counts: {
      ...osm,
      houses: countHouses(city),
      streets: city.streets.length,
      alleys: city.blocks.reduce((sum, block) => sum + block.alleys.length, 0),
      wards: city.wards.length,
      stations: stations.length,
      units: units.length,
      waterPoints: waterPoints.length,
      waterMains: waterMains.length,
      contacts: contacts.length,
      mobilisedVehicles: mobilisedVehicles.length,
    },
  };
}
