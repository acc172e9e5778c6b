import type { City, Road } from './city-model.ts';
import type { Meters } from './plane.ts';
import type { Random } from './random.ts';

/** One row of the register of contacts. */
export interface ContactRow {
  id: string;
  kind: string;
  name: string;
  phone: string | null;
  at: Meters | null;
  ward: string | null;
  equipment: string | null;
}

export interface MobilisedRow {
  id: string;
  kind: 'tanker' | 'crane' | 'excavator';
  name: string;
  owner: string;
  at: Meters;
  call_out_min: number;
  phone: string;
  tank_l: number | null;
}

/** Phones begin with 0000, which nobody has: all of it is invented. */
function phoneOf(group: number, index: number): string {
  return `0000 ${group}${String(index).padStart(3, '0')}`;
}

/** A point or a team in every few alleys, a team in what draws a crowd, and who is on duty where. */
export function listContacts(city: City, random: Random): ContactRow[] {
  const alleys = city.blocks.flatMap((block) => block.alleys);
  const base = { ward: null, equipment: null };
  const points = alleys
    .filter((alley) => alley.path.length > 0 && (hasName(alley) || random.chance(0.2)))
    .map((alley, index): ContactRow => ({
      ...base,
      id: `CP${index + 1}`,
      kind: 'public-fire-point',
      name: `Điểm chữa cháy ${alley.name} (mẫu)`,
      phone: index % 5 === 4 ? null : phoneOf(2, index),
      at: alley.line[0]!,
      equipment: '8 bình bột, 2 cuộn vòi, 1 bộ phá dỡ',
    }));
  const teams = alleys
    .filter((alley) => alley.path.length > 1 && random.chance(0.4))
    .map((alley, index): ContactRow => ({
      ...base,
      id: `TL${index + 1}`,
      kind: 'inter-family-team',
      name: `Tổ liên gia ${alley.name} (mẫu)`,
      phone: phoneOf(3, index),
      at: alley.line[alley.line.length >> 1]!,
    }));
  return [...points, ...teams, ...listFacilities(city), ...listDuties(city)];
}

/** Where the addresses are that the README names, one is sure to be seen. */
function hasName({ path, streetName }: Road): boolean {
  return path.length === 1 && streetName === 'Khương Hạ';
}

function listFacilities(city: City): ContactRow[] {
  const crowded = city.blocks
    .flatMap((block) => block.landmarks)
    .filter(({ tags, name }) => name !== null && (tags['amenity'] ?? tags['tourism']));
  return crowded.flatMap(({ tags, name, corners }, index) => {
    const at = corners[0]!;
    const team: ContactRow = {
      id: `CS${index + 1}`,
      kind: 'facility-team',
      name: `Đội PCCC cơ sở ${name} (mẫu)`,
      phone: phoneOf(4, index),
      at,
      ward: null,
      equipment: null,
    };
    if (tags['amenity'] !== 'hospital') return [team];
    const hospital = { ...team, id: `BV${index + 1}`, kind: 'hospital', name: `${name} (mẫu)` };
    return [team, { ...hospital, phone: phoneOf(5, index) }];
  });
}

function listDuties(city: City): ContactRow[] {
  const base = { at: null, equipment: null };
  const wards = city.wards.map(({ name }, index): ContactRow => ({
    ...base,
    id: `PX${index + 1}`,
    kind: 'ward',
    name: `Trực ban UBND ${name} (mẫu)`,
    phone: phoneOf(6, index),
    ward: name,
  }));
  return [
    ...wards,
    {
      ...base,
      id: 'DL1',
      kind: 'power',
      name: 'Trực điều độ điện lực (mẫu)',
      phone: phoneOf(7, 1),
      ward: null,
    },
  ];
}

/** What a city's own companies have: street washers, a crane, an excavator. */
export function listMobilised(city: City, random: Random): MobilisedRow[] {
  const kinds = ['tanker', 'tanker', 'crane', 'excavator', 'tanker', 'excavator'] as const;
  const owners = {
    tanker: 'Công ty môi trường đô thị mẫu',
    crane: 'Công ty cơ giới mẫu',
    excavator: 'Công ty xây dựng mẫu',
  };
  return kinds.map((kind, index) => {
    const { line } = random.pick(city.streets.filter(({ highway }) => highway !== 'residential'));
    return {
      id: `HD${index + 1}`,
      kind,
      name: `Mẫu HD-${String(index + 1).padStart(2, '0')}`,
      owner: owners[kind],
      at: line[line.length >> 1]!,
      call_out_min: random.integer(5, 20),
      phone: phoneOf(8, index),
      tank_l: kind === 'tanker' ? 5_000 + 1_000 * random.integer(0, 4) : null,
    };
  });
}
