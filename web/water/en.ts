import type { waterVi } from './vi.ts';

export const waterEn: Record<keyof typeof waterVi, string> = {
  'water.unasked':
    'Water from where this unit stops is not known yet; only what is reached from the door.',
  'water.liftUnknown': '(suction lift not measured)',
  'water.asPumpDraws': 'as the pump draws',
  'water.volumeUnknown': 'volume unknown',
  'supply.need': 'Needs {{need}} · has {{flow}}',
  'supply.enough': 'enough',
  'supply.missing': '{{missing}} short',
  'supply.weakPump': 'engine {{callSign}} pumps only {{flow}}',
  'supply.missingHose_one': '{{n}} length more than the first engines carry',
  'supply.missingHose_other': '{{n}} lengths more than the first engines carry',
  'supply.missingPumps_one': '{{n}} pump that nobody brings',
  'supply.missingPumps_other': '{{n}} pumps that nobody brings',
  'hose.toWater': '+ {{n}} to the water',
  'supply.noNeed': 'Has {{flow}}; need unknown',
  'supply.rate': '{{flow}}\u00A0L/s',
  'supply.bar': 'Water needed and water there',
  'supply.details': 'How water comes',
  'supply.details.pumps': 'Relay: lines {{lines}}, pumps {{pumps}}',
  'supply.details.shuttle': 'Relay: tankers fetch it',
  'supply.estimate': 'Estimated by formula, on level ground; not measured.',
  'supply.estimate.noFloors':
    'Floors are not recorded: the hose count of the engine includes an assumed number of them; the lengths and the pressure of each line here do not.',
  'supply.needWhy':
    'Needs {{need}}\u00A0L/s for {{hours}}\u00A0h: group {{group}}{{useMark}}, {{floors}} floors{{floorsMark}}, {{volume}}\u00A0m³ ({{source}}{{ruleMark}}).',
  'supply.feed': '{{water}} ({{meters}}\u00A0m{{main}}), {{flow}}\u00A0L/s: {{relay}}',
  'supply.attack': 'Engine to door ({{meters}}\u00A0m{{up}}), {{flow}}\u00A0L/s: {{relay}}',
  'supply.attack.up': ', up to level {{floor}}',
  'supply.attack.noFloors': ', without upper floors',
  'supply.relay':
    '{{lines}} × line, {{hose}} lengths{{missing}}, loses about {{loss}}\u00A0bar; {{pumps}}',
  'supply.or': 'or {{lines}} × line, {{pumps}} × pump, {{hose}} lengths',
  'supply.noPump': 'own pressure is enough',
  'supply.pump.water': 'pump at the water: {{who}}',
  'supply.pump.from.water': 'pump {{meters}}\u00A0m from the water: {{who}}',
  'supply.pump.from.engine': 'pump {{meters}}\u00A0m from the engine, towards the door: {{who}}',
  'supply.pump.engine': "{{who}}'s own pump",
  'supply.by.engine': 'engine {{callSign}}',
  'supply.by.portable': 'portable, from {{callSign}}',
  'supply.by.nobody': 'nobody brings one',
  'supply.unused': 'Adds nothing: {{list}}',
  'supply.why.flow-unknown': 'flow unknown',
  'supply.why.no-flow': 'dry',
  'supply.why.same-main': 'same main',
  'supply.why.perhaps-same-main': 'perhaps on the same main as a hydrant in use',
  'supply.why.too-deep': 'too deep for a pump',
  'supply.why.not-needed': 'in reserve',
  'supply.shuttle':
    'Drive water from {{water}}, {{distance}} away: {{clock}} a round; {{tankers}} ({{liters}}\u00A0L tank) give {{flow}}\u00A0L/s.',
  'supply.shuttle.spare': '{{count}} more could drive.',
  'supply.shuttle.noWay': 'No way was found to drive water to where this engine stops.',
  'supply.shuttle.stopsOn': 'Tankers get only to {{stop}}: water must be pumped on from there.',
  'supply.shuttle.nobody': 'no engine left',
  'supply.shuttle.enough': 'The whole need takes {{count}}.',
  'supply.shuttle.holds':
    'It holds only {{volume}}\u00A0m³: spread over {{hours}}\u00A0h that is {{flow}}\u00A0L/s.',
  'supply.shuttle.dry': 'No number of them is enough: the water runs out.',
  'supply.shuttle.never': 'At this source no number of them is enough: filling is too slow.',
  'supply.tank':
    'Tank {{liters}}\u00A0L: hose holds {{fill}}\u00A0L, then {{clock}} at {{flow}}\u00A0L/s.',
  'supply.tank.short': 'A tank of {{liters}}\u00A0L cannot fill {{meters}}\u00A0m of hose.',
  'supply.phone': 'Water company, {{main}}:',
  'supply.ladder':
    'Longest ladder {{meters}}\u00A0m ({{callSign}}), eaves at {{eaves}}\u00A0m ({{floors}} floors{{mark}}): too short.',
  'supply.ladder.perhaps':
    'Longest ladder {{meters}}\u00A0m ({{callSign}}), eaves at {{eaves}}\u00A0m ({{floors}} floors{{mark}}): whether its jacks have room is not known.',
  'supply.ladder.none': 'No ladder comes; eaves at {{eaves}}\u00A0m ({{floors}} floors{{mark}}).',
  'supply.paper.relay': 'Water supply (estimate)',
  'supply.main': ', {{main}}',
  'supply.pump.unmeasured': ' (pressure not measured)',
  'supply.paper.short': 'Reasons, unused sources and other ways: see the screen.',
  'mapText.pumps': 'Relay pumps: {{list}}.',
  'legend.pump': 'Relay pump',
  'note.tank-cannot-fill-hose':
    'Its {{tankLiters}}\u00A0L tank cannot fill {{hoseMeters}}\u00A0m of hose: water {{supplyMeters}}\u00A0m (lengths of hose: {{supplyLengths}}) away must be connected first.',
  'note.no-supply-in-reach':
    'Its {{tankLiters}}\u00A0L tank cannot fill {{hoseMeters}}\u00A0m of hose and no water that can be used is in reach: this unit gives no water.',
  'note.supply-flow-unknown':
    'The flow of the water to connect is unknown: the time to water holds only if it gives any.',
  'note.closer-pump-flow-unknown':
    'carried {{carryMeters}}\u00A0m to the {{waterKind}} near the door, flow unknown',
  'note.building-at-point': 'For the building at the chosen point.',
  'note.need-unread':
    'The buildings could not be read just now, so the need of water is not known.',
  'note.need-no-building': 'No building is known here, so its need of water is not either.',
  'note.need-no-rule': 'There is no rule yet for what such a building needs.',
};
