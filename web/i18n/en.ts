import { appearanceEn } from '../appearance/en.ts';
import { authorEn } from '../author/en.ts';
import { callerEn } from '../caller/en.ts';
import { choicesEn } from '../choices/en.ts';
import { taskEn } from '../choices/task-en.ts';
import { closuresEn } from '../closures/en.ts';
import { contactsEn } from '../contacts/en.ts';
import { crewEn } from '../crew/en.ts';
import { dataIssuesEn } from '../data-issues/en.ts';
import { degradedEn } from '../degraded/en.ts';
import { dispatchEn } from '../dispatch/en.ts';
import { notesEn } from '../dispatch/notes-en.ts';
import { originsEn } from '../origins/en.ts';
import { printEn } from '../print/en.ts';
import { statusEn } from '../status/en.ts';
import { runCardsEn } from '../run-cards/en.ts';
import { roadsAnswerEn } from '../roads/answer-en.ts';
import { barriersEn } from '../roads/barriers-en.ts';
import { roadsEn } from '../roads/en.ts';
import { stopEn } from '../stop/en.ts';
import { toolsEn } from '../tools/en.ts';
import { trafficEn } from '../traffic/en.ts';
import { uncoveredEn } from '../uncovered/en.ts';
import { unitsEn } from '../units/en.ts';
import { waterEn } from '../water/en.ts';
import { windEn } from '../wind/en.ts';
import type { Translation } from './translation.ts';
import type { vi } from './vi.ts';

export const en: Translation<typeof vi> = {
  ...appearanceEn,
  ...authorEn,
  ...callerEn,
  ...choicesEn,
  ...taskEn,
  ...closuresEn,
  ...contactsEn,
  ...crewEn,
  ...dataIssuesEn,
  ...degradedEn,
  ...dispatchEn,
  ...notesEn,
  ...originsEn,
  ...printEn,
  ...statusEn,
  ...barriersEn,
  ...roadsAnswerEn,
  ...roadsEn,
  ...runCardsEn,
  ...stopEn,
  ...toolsEn,
  ...trafficEn,
  ...uncoveredEn,
  ...unitsEn,
  ...waterEn,
  ...windEn,
};
