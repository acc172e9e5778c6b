import type { Search } from '../../geo/graph/search.ts';

/** A tree of fastest ways from one start, grown by a search that may proceed part by part in between. */
export type Growth = {
  begin: (search: Search) => void;
  /** Keeps what the finished search has left. */
  end: (search: Search) => void;
};
