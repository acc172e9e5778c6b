import type { Translation } from '../i18n/translation.ts';
import type { printVi } from './vi.ts';

export const printEn: Translation<typeof printVi> = {
  'print.button': 'Print',
  'print.help': 'print the answer on A4',
  'print.again': 'Print',
  'print.back': 'Back',
  'print.region': 'Page to print',
  'print.preparing': 'Drawing the map for the page…',
  'print.nothing': 'There is no answer to print yet.',
  'print.newer': 'There is a newer answer, of {{time}}; this page stays as it was printed.',
  'print.printNewer': 'Print the newer one',

  'print.title': 'Fire response',
  'print.printed': 'Printed {{time}}',
  'print.computed': 'Response computed {{time}}',
  'print.data': 'Data version {{version}}',
  'print.dataOf': 'Data version {{version}}, map of {{date}}',
  'print.old': 'The server does not answer: this response is of {{time}}.',
  'print.synthetic': 'SAMPLE DATA — NOT REAL',

  'print.map': 'Map around the fire',
  'print.overview': 'The whole route',
  'print.north': 'N',
  'print.mapMissing':
    'The base map could not be drawn; route, stop and water are in their right places.',
  'print.mapIncomplete':
    'The base map is incomplete; route, stop and water are in their right places.',
  'print.noMap': 'There is no position to draw.',
  'print.station': 'Where it starts',

  'print.unitsMore_one': 'and {{n}} more unit:',
  'print.unitsMore_other': 'and {{n}} more units:',
  'print.unnamed_one': 'and {{n}} other',
  'print.unnamed_other': 'and {{n}} others',
  'print.toWater': 'to water',
  'print.crew': 'crew',
  'print.unit': 'unit',
  'print.stopAndWhy': 'stop, limit',
  'print.hose': 'hose',
  'print.firstAttack': 'First attack, to the door:',
  'print.support': 'Support, to the door:',
  'print.cannotCome': 'Cannot get there:',
  'print.notRanked': 'Not ranked:',
  'print.stopAt': 'Stop at {{position}}',
  'print.fireAt': 'Door at {{position}}',
  'print.hoseDerived': 'measured along the network',
  'print.offMap': 'off the map',
  'print.waterUnverified': 'Not tested in time',
  'print.waterDoor': 'More, from the door',
  'print.notes': 'Notes',
  'print.notesBy': 'Written by, time',
};
