import type { Meters } from './plane.ts';

/** A node where roads meet; one object, so that every road gets the same OSM node. */
export interface Junction {
  at: Meters;
}

export interface Road {
  kind: 'street' | 'alley';
  /** Value of OSM's `highway`. */
  highway: string;
  /** 0 for a street, 1 ngõ, 2 ngách, 3 hẻm. */
  level: number;
  /** Clear width in metres. */
  width: number;
  /** Metres from the centre line to the building line. */
  clearance: number;
  /** Centre line from where its numbers begin. */
  line: Meters[];
  junctions: Junction[];
  /** The road its mouth opens onto; null for streets. */
  parent: Road | null;
  /** Full OSM name; alleys get theirs when their parent's houses are numbered. */
  name: string;
  /** Name by its second mouth. */
  altName: string | null;
  /** Name of the street at the root, without type. */
  streetName: string;
  /** House numbers from the street down to this alley: ['29', '70']; empty for streets and named alleys. */
  path: string[];
  /** Whether its clear width is written on the map. */
  tellsWidth: boolean;
  /** Numbers that must come out at given places; see numbering. */
  anchors: NumberAnchor[];
  /** Offset of the far end where it opens again, onto another road. */
  farMouth: Road | null;
  /** Frontage of one house in metres when this road has a manner of its own. */
  plotWidths: readonly [number, number] | null;
}

/** The last house on `side` that begins before `offset` bears `number`. */
export interface NumberAnchor {
  side: Side;
  offset: number;
  number: number;
}

export type Side = 'left' | 'right';

/** A building that people know by name, or a pond between the houses. */
export interface Landmark {
  /** OSM tags that say what it is. */
  tags: Readonly<Record<string, string>>;
  name: string | null;
  corners: Meters[];
  floors: number | null;
}

/** A closed outline, counter-clockwise; owners[i] is the road along points[i] → points[i + 1]. */
export interface Ring {
  points: Meters[];
  owners: (Road | null)[];
}

export interface House {
  corners: Meters[];
  road: Road;
  side: Side;
  /** Metres along the road's centre line to the middle of its front. */
  offset: number;
  floors: number | null;
  number: string | null;
}

export interface WaterBody {
  kind: 'lake' | 'river';
  name: string;
  shore: Meters[];
}

export type BlockUse = 'houses' | 'lake' | 'park' | 'towers';

export interface Block {
  ring: Ring;
  use: BlockUse;
  middle: Meters;
  /** 0 in the centre, 1 at the edge of the city. */
  remoteness: number;
  /** Its alleys are laid by hand, for the addresses of the mission. */
  special: 'khuong-ha' | 'trung-kinh' | null;
  /** It faces Ngọc Hà, where number 62 is promised. */
  facesNgocHa: boolean;
  alleys: Road[];
  houses: House[];
  landmarks: Landmark[];
  /** Whether a fire station is to stand here, and where its gate came to be. */
  wantsStation: boolean;
  stationGate: Meters | null;
}

export interface Ward {
  name: string;
  outline: Meters[];
}

export interface City {
  name: string;
  outline: Meters[];
  /** Metres from the centre to the edge, roughly. */
  radius: number;
  streets: Road[];
  blocks: Block[];
  wards: Ward[];
  waters: WaterBody[];
  /** The two roads along the river, between which its bridges lie. */
  banks: readonly [Road, Road];
}
