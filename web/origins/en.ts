import type { Translation } from '../i18n/translation.ts';
import type { originsVi } from './vi.ts';

export const originsEn: Translation<typeof originsVi> = {
  'origins.button': 'Sources',
  'origins.help': 'where the numbers come from',
  'origins.title': '{{callSign}}: where the numbers come from',
  'origins.close': 'Close',
  'origins.position': 'Position of the unit',
  'origins.toWater': 'To water at the door',
  'origins.toCrew': 'To the first crew at the door',
  'origins.sum': 'Sum: {{parts}}.',
  'origins.waterMeters': 'Metres of hose to water',
  'origin.part': '{{part}} {{time}}: {{origin}}',
  'origin.turnout':
    'The same for every station, from the table of parameters; not measured at this one.',
  'origin.drive.osrm': 'Reckoned by OSRM on the road network.',
  'origin.drive.beforehand':
    "Reckoned beforehand on the server's road graph: OSRM is asked for the stations that are nearer.",
  'origin.drive.graph': "Reckoned on the server's road graph.",
  'origin.drive.kept':
    'For vehicles of its size, with the closures and traffic speeds that are known.',
  'origin.drive.unchecked': 'Not checked for closures and places where it does not fit.',
  'origin.drive.contraflow': "The last part against the traffic is of the server's road graph.",
  'origin.drive.table': 'From the table of prepared drive times.',
  'origin.drive.straight-line': 'Estimated as the crow flies, not along roads.',
  'origin.setUp': 'Of the class of vehicle, or of the table of parameters for this kind of water.',
  'origin.laying':
    'The metres of hose, those on stairs counted several times, by the speed of laying in the table of parameters; with what holds up on the way.',
  'origin.laying.supply': 'With the hose to the water.',
  'origin.filling': 'The volume of the hose by the flow of the pump of its class.',
  'origin.walking':
    'The way on foot, stairs counted several times, by the walking speed in the table of parameters; with what holds up on the way.',
  'origin.walking.rough':
    'As the crow flies from the stop to the door, by the walking speed in the table of parameters.',
  'origin.hose':
    'Along what people can walk on the map, from the stop to the door; the lengths include slack and the floors.',
  'origin.hose.supply': 'That to the water is measured from the stop to the water.',
  'origin.hose.noFloors': 'The number of floors is assumed: nobody has recorded it.',
  'origin.walk': 'Along what people can walk on the map.',
  'origin.position.stale': 'Last told by the tracker of the unit, and old by now.',
  'origin.position': 'Told by the tracker of the unit.',
  'origin.flow.tested': 'From the data on water, tested on {{date}}.',
  'origin.flow.never-tested': 'From the data on water, without a date of a test.',
  'origin.flow.drawn': 'Open water gives what the pump of the engine draws; nobody measured it.',
  'origin.flow.unknown': 'The data on water does not say.',
};
