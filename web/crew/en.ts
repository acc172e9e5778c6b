import type { Translation } from '../i18n/translation.ts';
import type { crewVi } from './vi.ts';

export const crewEn: Translation<typeof crewVi> = {
  'crew.button': 'Sheet',
  'crew.help': 'open the sheet for the crew: directions, stop, hose, water',
  'crew.region': 'Sheet for the crew',
  'crew.title': 'Crew sheet',
  'crew.to': 'To',
  'crew.map': 'Map around the stop point',
  'crew.steps': 'Directions',
  'crew.stepsNone': 'No directions: see the road on the map.',
  'crew.noWay': 'There is no way for this unit yet.',
  'crew.stop': 'Stop at',
  'crew.hose': 'Hose',
  'crew.foot': 'On foot',
  'crew.water': 'Water',
  'crew.notes': 'Mind',
  'crew.navigate': 'Navigate on this device',
  'crew.navigateHelp':
    'The phone finds its own way: it does not know which alleys fit this engine, which roads are closed or where a market stands. Follow this sheet.',
  'crew.gpx': 'Download GPX',
  'crew.share': 'Copy link',
  'crew.shared': 'Copied',
  'crew.shareFailed': 'Could not copy: take it from the address bar',
  'crew.shareHere':
    'The link opens on this machine only ({{host}}). For other devices, start the server with HOST set to its address.',
  'crew.scan': 'Scan to navigate to the stop point',
  'crew.nobody': 'No unit was chosen for a sheet.',
  'crew.preparing': 'Preparing the sheet…',
  'crew.unreachable': 'This unit cannot get there: {{why}}',
  'crew.gpxStation': 'Start: {{name}}',
  'crew.gpxPosition': 'Start: where the engine was',
  'crew.gpxStop': 'Stop point: {{place}}',
  'crew.gpxDoor': 'Door: {{label}}',
  'crew.gpxWater': 'Water: {{name}}',
  'crew.gpxFetch': 'Tankers fetch water: {{name}}',
};
