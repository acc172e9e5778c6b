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
} from './issue-subjects.ts';
import { cleanText } from './kept-issue.ts';
import { makeKey } from './make-key.ts';
import { type IssueOutbox, useIssueOutbox } from './use-issue-outbox.ts';

type LonLat = { lon: number; lat: number };

export type DataIssuesTool = {
  outbox: IssueOutbox;
  /** What can be reported, the likeliest first. */
  subjects: IssueSubject[];
  /** The one that is chosen; null where there is neither an answer nor a map. */
  subject: IssueSubject | null;
  chooseSubject: (kind: IssueSubject['kind']) => void;
  write: (told: { note: string; by: string }) => void;
  /** Shows on the map where a report is about. */
  show: (at: LonLat) => void;
  mark: ToolMarks['issue'];
  /** Takes a point that was pressed on the map; null while the tool is put away. */
  takePoint: TakePoint | null;
};

type Chosen = { kind: IssueSubject['kind'] | null; point: LonLat | null; shown: LonLat | null };
const nothingChosen: Chosen = { kind: null, point: null, shown: null };

/** "This data is wrong": what it is about, and the reports on their way to the server. */
export function useDataIssues(
  view: MapView | null,
  onScreen: OnScreen,
  { isOn, health }: { isOn: boolean; health: UseQueryResult<Health, ApiError> },
): DataIssuesTool {
  const words = useWords();
  const outbox = useIssueOutbox(health.isSuccess && !health.isError);
  const [chosen, setChosen] = useState(nothingChosen);
  const [wasOn, setWasOn] = useState(false);
  if (wasOn !== isOn) {
    setWasOn(isOn);
    // Where the map looks when the tool is taken up; it stays there while the map moves on.
    setChosen({ ...nothingChosen, point: (isOn && view?.center()) || null });
  }
  const subjects = isOn ? issueSubjects(onScreen, chosen.point, words) : [];
  const subject = subjects.find(({ kind }) => kind === chosen.kind) ?? subjects[0] ?? null;
  const takePoint = (point: LonLat) => setChosen({ kind: 'map', point, shown: null });

  return {
    outbox,
    subjects,
    subject,
    chooseSubject: (kind) => setChosen({ ...chosen, kind, shown: null }),
    write: ({ note, by }) => {
      if (!subject) return;
      const { kind, id, label, lon, lat } = subject;
      const place = placeOnScreen(onScreen);
      const { response } = onScreen;
      const synthetic = response?.synthetic ?? health.data?.city?.synthetic;
      outbox.report({
        clientKey: makeKey(),
        subject: { kind, id, label },
        lon,
        lat,
        place: place && { id: place.id, label: place.label },
        note: cleanText(note),
        by: cleanText(by),
        dataVersion: response?.dataVersion ?? health.data?.dataVersion ?? '0',
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
