import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Health } from '../../server/health/schema.ts';
import type { ApiError } from '../api.ts';
import { useWords } from '../i18n/use-words.ts';
import type { MapView } from '../map/map-view.ts';
import type { ToolMarks } from '../map/tool-marks.ts';
import { type TakePoint, useTakenPoints } from '../tools/use-taken-points.ts';
import {
  type IssueSubject,
  issueSubjects,
  type OnScreen,
  placeOnScreen,
  showsOthers,
} from './issue-subjects.ts';
import { cleanText } from './kept-issue.ts';
import { makeKey } from './make-key.ts';
import { type IssueOutbox, useIssueOutbox } from './use-issue-outbox.ts';

type LonLat = { lon: number; lat: number };

export type DataIssuesTool = {
  outbox: IssueOutbox;
  /** What can be reported, the likeliest first. */
  subjects: IssueSubject[];
  /** The one that is chosen; null where there is neither an answer nor a map, or where it is shown no more. */
  subject: IssueSubject | null;
  chooseSubject: (kind: IssueSubject['kind']) => void;
  /** Takes what the screen shows now instead; null while that is what it showed when the tool was taken up. */
  renew: (() => void) | null;
  write: (told: { note: string; by: string }) => void;
  /** Shows on the map where a report is about. */
  show: (at: LonLat) => void;
  mark: ToolMarks['issue'];
  /** Takes a point that was pressed on the map; null while the tool is put away. */
  takePoint: TakePoint | null;
};

type Chosen = { kind: IssueSubject['kind'] | null; point: LonLat | null; shown: LonLat | null };
const nothingChosen: Chosen = { kind: null, point: null, shown: null };

/** What the screen showed when the tool was taken up: an answer that comes while a note is typed must not move it. */
type TakenUp = { onScreen: OnScreen; health: Health | undefined };

/** "This data is wrong": what it is about, and the reports on their way to the server. */
export function useDataIssues(
  view: MapView | null,
  onScreen: OnScreen,
  { isOn, health }: { isOn: boolean; health: UseQueryResult<Health, ApiError> },
): DataIssuesTool {
  const words = useWords();
  const outbox = useIssueOutbox(health.isSuccess && !health.isError);
  const [chosen, setChosen] = useState(nothingChosen);
  const [taken, setTaken] = useState<TakenUp | null>(null);
  const takeUp = () => setTaken({ onScreen, health: health.data });
  if ((taken !== null) !== isOn) {
    if (isOn) takeUp();
    else setTaken(null);
    // Where the map looks when the tool is taken up; it stays there while the map moves on.
    setChosen({ ...nothingChosen, point: (isOn && view?.center()) || null });
  }
  const subjects = taken ? issueSubjects(taken.onScreen, chosen.point, words) : [];
  const [likeliest = null] = subjects;
  const subject =
    chosen.kind === null ? likeliest : (subjects.find(({ kind }) => kind === chosen.kind) ?? null);
  const takePoint = (point: LonLat) => setChosen({ kind: 'map', point, shown: null });

  return {
    outbox,
    subjects,
    subject,
    chooseSubject: (kind) => setChosen({ ...chosen, kind, shown: null }),
    renew: taken && showsOthers(taken.onScreen, onScreen, words) ? takeUp : null,
    write: ({ note, by }) => {
      if (!subject || !taken) return;
      const { kind, id, label, lon, lat } = subject;
      const place = placeOnScreen(taken.onScreen);
      const { response } = taken.onScreen;
      const known = taken.health ?? health.data;
      const synthetic = response?.synthetic ?? known?.city?.synthetic;
      outbox.report({
        clientKey: makeKey(),
        subject: { kind, id, label: label && cleanText(label) },
        lon,
        lat,
        place: place && { id: place.id, label: place.label && cleanText(place.label) },
        note: cleanText(note),
        by: cleanText(by),
        dataVersion: response?.dataVersion ?? known?.dataVersion ?? '0',
        ...(synthetic !== undefined && { synthetic }),
        seenAt: new Date().toISOString(),
      });
    },
    show: (at) => {
      setChosen({ ...chosen, shown: at });
      view?.frame([[at.lon, at.lat]], { minZoom: 17 });
    },
    mark: useMark(isOn ? (chosen.shown ?? subject) : null, words.t('issues.mark')),
    takePoint: useTakenPoints(view, { isOn, take: takePoint }),
  };
}

/** The same value for the same point: the map is not drawn again for nothing. */
function useMark(at: LonLat | null, label: string): ToolMarks['issue'] {
  const { lon, lat } = at ?? {};
  return useMemo(
    () => (lon === undefined || lat === undefined ? null : { position: [lon, lat], label }),
    [lon, lat, label],
  );
}
