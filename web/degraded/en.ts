import type { Translation } from '../i18n/translation.ts';
import type { degradedVi } from './vi.ts';

export const degradedEn: Translation<typeof degradedVi> = {
  'answer.kept':
    'No answer to the new choice yet: {{why}}. This is the response of {{time}}; it is asked again as soon as the server answers.',
  'answer.old':
    'Not worked out again: {{why}}. This is the response of {{time}}; it is asked again as soon as the server answers.',
  'error.kept': 'Not asked anew: {{why}}. What is shown is of {{time}}.',
  'answer.again': 'working it out again…',
  'answer.kept.waiting': 'waiting for the server',
  'answer.rough': 'to near the door; stop, hose and water not planned',
  'unit.rough.short': 'to near',
  'unit.router.graph': 'stand-in roads',
  'unit.router.table': 'from a prepared table',
  'unit.router.straight-line': 'as the crow flies',
  'water.not-planned': 'The road graph does not answer: nobody has looked for water around here.',
  'banner.no-plan': 'stop, hose and water could not be planned',
  'banner.router.graph': 'routes come from the stand-in road graph',
  'banner.router.table': 'times come from a prepared table',
  'banner.router.straight-line': 'times are estimated as the crow flies',
  'why.known-access': 'where the house meets its road; whether it fits was not looked at',
  'note.not-planned':
    'Stop, hose and water could not be planned: the time is to where the house meets its road.',
  'note.may-not-fit':
    '{{road}} is {{width}} wide, this unit needs {{neededMeters}}\u00A0m: it may not fit.',
  'note.closures-not-kept': 'Roads closed at the moment may not have been kept to.',
  'note.way-not-checked':
    'Nobody checked whether this unit fits all along its way, nor that for closed roads and the newest corrections: it may take much longer, or not get there.',
  'note.graph-away':
    'The road graph does not answer. Units are ranked by their time to near the door; stop, hose and water are not planned.',
  'note.last-known':
    'The database does not answer. House, units and their status are as of {{ageSeconds}} ago.',
  'note.across-river': 'across {{river}}; the way round is not known',
  'note.across-nameless-river': 'across a river; the way round is not known',
  'note.no-drive-time': 'no drive time known',
};
