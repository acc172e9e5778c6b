/** Every colour of the map by what it means. Layers name tokens only, never colours. */
export type Palette = {
  name: string;
  ground: string;
  water: string;
  waterEdge: string;
  waterText: string;
  boundary: string;
  boundaryText: string;
  building: string;
  buildingEdge: string;
  /** The building in question: the only strong fill on the map. */
  buildingChosen: string;
  road: string;
  roadMain: string;
  roadEdge: string;
  roadMainEdge: string;
  roadArrow: string;
  alley: string;
  alleyEdge: string;
  path: string;
  streetText: string;
  alleyText: string;
  houseNumber: string;
  landmark: string;
  landmarkText: string;
  /** Behind every label. */
  halo: string;
  /** The one blue: water that can be used. */
  waterPoint: string;
  waterPointText: string;
  waterPointDead: string;
  waterPointGround: string;
  station: string;
  stationMark: string;
  stationText: string;
  /** The engine's road and the hose: the strongest line on the map. */
  route: string;
  /** Around every line and sign of an answer, and behind its words. */
  casing: string;
  /** What the dispatcher put on the map: a measurement, the caller's position. */
  tool: string;
  /** A road that nobody passes now, and one that should be avoided. */
  closed: string;
  avoided: string;
  /** How the width of a road is known: assumed by nobody's measure, measured, or from the map. */
  widthAssumed: string;
  widthMeasured: string;
  widthTagged: string;
  /** How fast traffic moves: nearly not, slowly, as on an empty road. */
  trafficJam: string;
  trafficSlow: string;
  trafficFree: string;
};
