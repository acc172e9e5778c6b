// What is being written of each road: kept by road, so that who points at another one by mistake comes back to it.
// What is written while it is not known yet of which road is kept for the one that comes. Pure.

import { emptyDraft, type RoadDraft } from './road-draft.ts';

export type RoadDrafts = {
  of: Readonly<Record<string, RoadDraft>>;
  /** Fields changed while the road of a point was on its way. */
  early: Partial<RoadDraft>;
  /** The road whose draft stood in the form then. */
  earlyOver: string;
};

/** The road in the form; not known while the one pointed at since is on its way. */
export type FormRoad = { target: string; isKnown: boolean };

export const noDrafts: RoadDrafts = { of: {}, early: {}, earlyOver: '' };

export function draftIn(drafts: RoadDrafts, { target, isKnown }: FormRoad): RoadDraft {
  const draft = drafts.of[target] ?? emptyDraft;
  return isKnown ? draft : { ...draft, ...drafts.early };
}

export function withDraft(
  drafts: RoadDrafts,
  { target, isKnown }: FormRoad,
  next: RoadDraft,
): RoadDrafts {
  if (isKnown) return { ...drafts, of: { ...drafts.of, [target]: next } };
  const before = drafts.of[target] ?? emptyDraft;
  return {
    ...drafts,
    early: pick(next, (field) => next[field] !== before[field]),
    earlyOver: target,
  };
}

/** That road has come: what was written meanwhile is said of it. */
export function takeEarly(drafts: RoadDrafts, target: string): RoadDrafts {
  const { of, early, earlyOver } = drafts;
  if (Object.keys(early).length === 0) return drafts;
  const before = of[target] ?? emptyDraft;
  return {
    ...noDrafts,
    of: { ...of, [target]: earlyOver === target ? { ...before, ...early } : added(before, early) },
  };
}

/** To another road than the form showed: what was emptied there was not of this one. */
function added(before: RoadDraft, early: Partial<RoadDraft>): RoadDraft {
  const said = pick(early, (field) => field === 'isMeasured' || Boolean(early[field]));
  const notes = [before.note, said.note ?? ''].filter((note) => note !== '');
  return { ...before, ...said, note: notes.join('; ') };
}

function pick(
  draft: Partial<RoadDraft>,
  isTaken: (field: keyof RoadDraft) => boolean,
): Partial<RoadDraft> {
  const fields = Object.keys(draft) as (keyof RoadDraft)[];
  return Object.fromEntries(fields.filter(isTaken).map((field) => [field, draft[field]]));
}
