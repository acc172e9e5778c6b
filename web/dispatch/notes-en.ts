import type { Translation } from '../i18n/translation.ts';
import type { notesVi } from './notes-vi.ts';

export const notesEn: Translation<typeof notesVi> = {
  'why.too-narrow': 'too narrow, this engine needs {{neededMeters}}\u00A0m',
  'why.too-low':
    'only {{heightMeters}}\u00A0m{{mark}} high, this engine needs {{neededMeters}}\u00A0m',
  'why.too-weak':
    'bears {{weightTonnes}}\u00A0t{{mark}}, this engine weighs {{neededTonnes}}\u00A0t',
  'why.not-for-vehicles': 'for walking only',
  'why.against-oneway': 'one-way against the engine',
  'why.barrier': '{{kind}} in the way',
  'why.assumed-width': 'its width is only assumed',
  'why.room-for-jacks': 'ground for its jacks, {{neededMeters}}\u00A0m needed',
  'why.nearest-road': 'the drivable road nearest to the door',
  'why.chosen': 'chosen by you',
  'why.at-door': 'the engine gets to the door',
  'note.if-narrower':
    'If {{road}} is narrower than {{width}}*: stop on {{stopName}}, {{hoseMeters}}\u00A0m of hose, {{extraSeconds}} later.',
  'note.if-narrower-dry':
    'If {{road}} is narrower than {{width}}*: stop on {{stopName}}, {{hoseMeters}}\u00A0m of hose, no water from there.',
  'note.if-narrower-unreachable':
    'If {{road}} is narrower than {{width}}*: this unit cannot get there.',
  'note.if-wider':
    'If {{road}} is in fact {{neededMeters}}\u00A0m wide or more: the engine gets further in, {{hoseMeters}}\u00A0m of hose, {{savedSeconds}} sooner. Ask the caller.',
  'note.if-wider-to-door':
    'If {{road}} is in fact {{neededMeters}}\u00A0m wide or more: the engine gets to the door, {{savedSeconds}} sooner. Ask the caller.',
  'note.if-wider-water':
    'If {{road}} is in fact {{neededMeters}}\u00A0m wide or more: the engine gets further in, {{hoseMeters}}\u00A0m of hose, and gives water only from there. Ask the caller.',
  'note.if-wider-water-to-door':
    'If {{road}} is in fact {{neededMeters}}\u00A0m wide or more: the engine gets to the door, and gives water only from there. Ask the caller.',
  'note.first-attack':
    'Carries {{tankLiters}}\u00A0L, enough for {{seconds}}. Not counted as first water.',
  'note.no-stop-for-class': 'no place in reach where this class can stop',
  'note.station-off-road': 'its station is far from any road for this class',
  'note.no-way-from-station': 'no way there from its station',
  'note.hose-short': '{{n}} lengths missing; more comes with {{broughtBy}}.',
  'note.hose-short-alone': '{{n}} lengths missing; all who come do not carry as much.',
  'note.status': '{{status}}',
  'note.unknown-class': 'vehicle class {{vehicleClass}} is not defined',
  'note.unknown-unit': '{{unitId}} is not in the data: it is not counted.',
  'note.no-stations': 'No fire station is in the data, so no unit can be ranked.',
  'note.no-units': 'No unit is in the data, so none can be ranked.',
  'note.no-available-units': 'No unit is available.',
  'note.no-road-near': 'No road is near this point.',
};
