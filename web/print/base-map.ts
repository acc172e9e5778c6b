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
