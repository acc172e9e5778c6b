export type BaseMap = {
  /** `data:` address of the picture without labels; null when this browser cannot draw any. */
  url: string | null;
  /** The labels alone, on nothing: what the answer draws goes between the two. */
  labelsUrl: string | null;
  /** false when something could not be fetched or drawn in time: the paper must say so. */
  isComplete: boolean;
  attributions: string[];
};

export const noBaseMap: BaseMap = {
  url: null,
  labelsUrl: null,
  isComplete: false,
  attributions: [],
};

/** A map as it was drawn. */
export type DrawnMap = {
  /** Of what, and in which language. */
  sight: string;
  /** For which signs and words of the answer its labels made room. */
  taken: string;
  map: BaseMap;
};

/** What is shown once another map is drawn: of the same sight a poorer picture replaces none that is there. */
export function keepBetter(before: DrawnMap | null, drawn: DrawnMap): DrawnMap {
  return before?.sight === drawn.sight && worthOf(before.map) > worthOf(drawn.map)
    ? { ...drawn, map: before.map }
    : drawn;
}

function worthOf({ isComplete, url }: BaseMap): number {
  if (isComplete) return 2;
  return url === null ? 0 : 1;
}
