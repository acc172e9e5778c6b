import type { Translation } from '../i18n/translation.ts';
import type { roadsAnswerVi } from './answer-vi.ts';

export const roadsAnswerEn: Translation<typeof roadsAnswerVi> = {
  'unit.class.ladder': 'ladder truck',
  'unit.class.tanker': 'water tanker',
  'unit.class.portable_pump': 'portable pump',
  'unit.support': 'support',
  'answer.support': 'to the door, brings no water',

  'why.low-spot':
    '{{kind}}: {{clearMeters}}\u00A0m{{mark}} high, this engine needs {{neededMeters}}\u00A0m',
  'why.narrow-spot':
    '{{kind}}: {{clearMeters}}\u00A0m{{mark}} wide, this engine needs {{neededMeters}}\u00A0m',
  'why.tight-corner':
    'sharp bend of {{degrees}}°, this engine needs {{neededMeters}}\u00A0m to turn',
  'why.closed-hours': '{{kind}} from {{from}} to {{to}}: closed to this engine now',
  'why.closed-hours.market': '{{kind}} from {{from}} to {{to}}: closed to this engine now',

  'before.too-narrow': 'the narrow place ({{width}})',
  'before.too-low': 'the low place{{mark}}',
  'before.too-weak': 'the part that bears too little{{mark}}',
  'before.not-for-vehicles': 'the part for walking only',
  'before.against-oneway': 'the part that is one-way against it',
  'before.barrier': 'the {{kind}}',
  'before.barrier.bollard': 'the bollard',
  'before.closed-hours': 'the {{kind}}',
  'before.low-spot': 'the {{kind}}{{mark}}',
  'before.narrow-spot': 'the {{kind}}{{mark}}',
  'before.tight-corner': 'the sharp bend',
  'before.assumed-width': 'the part of unmeasured width ({{width}})',
  'before.closed': 'the closed part',
  'before.room-for-jacks': 'the part without ground for its jacks',
  'before.something': 'what is in the way',

  'map.stop.too-narrow': '{{width}}',
  'map.stop.too-low': 'low place{{mark}}',
  'map.stop.too-weak': 'weak road{{mark}}',
  'map.stop.not-for-vehicles': 'walking only',
  'map.stop.against-oneway': 'one-way',
  'map.stop.barrier': '{{kind}}',
  'map.stop.barrier.bollard': 'bollard',
  'map.stop.closed-hours': '{{kind}}',
  'map.stop.low-spot': '{{kind}}{{mark}}',
  'map.stop.narrow-spot': '{{kind}}{{mark}}',
  'map.stop.tight-corner': 'sharp bend',
  'map.stop.assumed-width': '{{width}}',
  'map.stop.closed': 'closed',
  'map.stop.room-for-jacks': 'ground for jacks',
  'map.stop.something': 'blocked',

  'note.blocks-road':
    'Standing on {{road}} it blocks the road: {{width}} wide, it needs {{neededMeters}}\u00A0m to stand and work.',
  'note.blocks-road-assumed':
    'Standing on {{road}} it may block the road: {{width}} wide (assumed), it needs {{neededMeters}}\u00A0m to stand and work.',
  'note.must-reverse': 'Dead end: it must reverse {{meters}}\u00A0m before it can turn.',
  'note.stand-behind':
    'Stands behind {{callSign}}, {{meters}}\u00A0m from the stop, and leaves the way in free.',
  'note.closed-at-hours': '{{road}}: {{kind}} {{hours}}, no engine gets in at that time.',
  'note.held-up-on-foot': 'Along the hose: {{kinds}}. That costs {{crewSeconds}}, already counted.',
  'note.held-up-on-foot-each':
    'Along the hose: {{kinds}}. That costs the crew {{crewSeconds}} and the water {{waterSeconds}}, already counted.',
  'note.held-up-on-foot-water':
    'Along the hose: {{kinds}}. That costs the water {{waterSeconds}}, already counted; the crew loses nothing.',
  'note.held-up-on-foot-crew':
    'On the way on foot: {{kinds}}. That costs {{crewSeconds}}, already counted.',
  'note.road-newer-than-router':
    'More is known of the roads there than the router’s data hold: driving time from the server’s own road graph.',
  'note.no-water-aboard': 'Carries no water and is not counted as first water.',
};
