import { expect, test } from 'vitest';
import { emptyDraft } from './road-draft.ts';
import { draftIn, noDrafts, type RoadDrafts, takeEarly, withDraft } from './road-drafts.ts';

const a = { target: 'way:1', isKnown: true };
const b = { target: 'way:2', isKnown: true };
/** Another point was pressed while `a` is in the form, and its road is not there yet. */
const waiting = { ...a, isKnown: false };

const write = (drafts: RoadDrafts, said: Partial<typeof emptyDraft>, road = a): RoadDrafts =>
  withDraft(drafts, road, { ...draftIn(drafts, road), ...said });

test('what is written of a road stays its own', () => {
  const drafts = write(noDrafts, { width: '2' });
  expect(draftIn(drafts, a).width).toBe('2');
  expect(draftIn(drafts, b)).toEqual(emptyDraft);
});

test('what is written while another road is on its way is said of the one that comes', () => {
  let drafts = write(noDrafts, { width: '2' });
  drafts = write(drafts, { height: '3' }, waiting);
  drafts = write(drafts, { note: 'ở cột' }, waiting);
  expect(draftIn(drafts, waiting)).toMatchObject({ width: '2', height: '3', note: 'ở cột' });
  drafts = takeEarly(drafts, b.target);
  expect(draftIn(drafts, b)).toEqual({ ...emptyDraft, height: '3', note: 'ở cột' });
  expect(draftIn(drafts, a)).toEqual({ ...emptyDraft, width: '2' });
  expect(draftIn(takeEarly(drafts, a.target), a).height).toBe('');
});

test('where it is the same road after all, its draft is as it stood in the form', () => {
  let drafts = write(noDrafts, { width: '2', note: 'ở' });
  drafts = write(drafts, { width: '', note: 'ở cột' }, waiting);
  expect(draftIn(takeEarly(drafts, a.target), a)).toEqual({ ...emptyDraft, note: 'ở cột' });
});

test('of another road nothing is emptied by it, and its note is kept beside the new one', () => {
  let drafts = write(noDrafts, { width: '2' });
  drafts = write(drafts, { weight: '5', note: 'chợ', isMeasured: false }, b);
  drafts = write(drafts, { width: '', note: 'cột', isMeasured: false }, waiting);
  expect(draftIn(takeEarly(drafts, b.target), b)).toEqual({
    ...emptyDraft,
    weight: '5',
    note: 'chợ; cột',
    isMeasured: false,
  });
});

test('it waits through a point without a road', () => {
  const drafts = write(noDrafts, { width: '2' }, waiting);
  const none = { target: '', isKnown: false };
  expect(draftIn(drafts, none).width).toBe('2');
  expect(draftIn(takeEarly(drafts, b.target), b).width).toBe('2');
});
