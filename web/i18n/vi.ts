import { appearanceVi } from '../appearance/vi.ts';
import { authorVi } from '../author/vi.ts';
import { callerVi } from '../caller/vi.ts';
import { choicesVi } from '../choices/vi.ts';
import { taskVi } from '../choices/task-vi.ts';
import { closuresVi } from '../closures/vi.ts';
import { contactsVi } from '../contacts/vi.ts';
import { crewVi } from '../crew/vi.ts';
import { dataIssuesVi } from '../data-issues/vi.ts';
import { degradedVi } from '../degraded/vi.ts';
import { dispatchVi } from '../dispatch/vi.ts';
import { notesVi } from '../dispatch/notes-vi.ts';
import { originsVi } from '../origins/vi.ts';
import { printVi } from '../print/vi.ts';
import { statusVi } from '../status/vi.ts';
import { runCardsVi } from '../run-cards/vi.ts';
import { roadsAnswerVi } from '../roads/answer-vi.ts';
import { barriersVi } from '../roads/barriers-vi.ts';
import { roadsVi } from '../roads/vi.ts';
import { stopVi } from '../stop/vi.ts';
import { toolsVi } from '../tools/vi.ts';
import { trafficVi } from '../traffic/vi.ts';
import { uncoveredVi } from '../uncovered/vi.ts';
import { unitsVi } from '../units/vi.ts';
import { waterVi } from '../water/vi.ts';
import { windVi } from '../wind/vi.ts';

/** Every text of the screens in Vietnamese, the first language; each feature keeps its own beside it. */
export const vi = {
  ...appearanceVi,
  ...authorVi,
  ...callerVi,
  ...choicesVi,
  ...taskVi,
  ...closuresVi,
  ...contactsVi,
  ...crewVi,
  ...dataIssuesVi,
  ...degradedVi,
  ...dispatchVi,
  ...notesVi,
  ...originsVi,
  ...printVi,
  ...statusVi,
  ...barriersVi,
  ...roadsAnswerVi,
  ...roadsVi,
  ...runCardsVi,
  ...stopVi,
  ...toolsVi,
  ...trafficVi,
  ...uncoveredVi,
  ...unitsVi,
  ...waterVi,
  ...windVi,
} as const;

export type MessageKey = keyof typeof vi;
