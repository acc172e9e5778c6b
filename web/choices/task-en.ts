import type { taskVi } from './task-vi.ts';

export const taskEn: Record<keyof typeof taskVi, string> = {
  'task.unknown':
    'Nobody knows any more which engine goes first: ask the dispatcher. Stop, hose and water below are reckoned as if this one did, with the engines that are available.',
  'task.first': '{{first}} goes first. Its stop: {{stop}} ({{position}}).',
  'task.firstBare': '{{first}} goes first.',
  'task.wait':
    'This engine waits on {{road}}, {{meters}}\u00A0m behind {{first}}, and leaves the way in free.',
  'task.waitApart':
    'This engine waits on {{road}}, {{meters}}\u00A0m from {{first}} in a straight line, and leaves the way in free: it cannot drive to where {{first}} stops.',
  'task.pump':
    'This engine pumps water to {{first}}: it stands on {{road}}, {{meters}}\u00A0m of hose from {{first}}.',
  'task.pumpAtWater': 'This engine pumps water to {{first}}: it stands right at the water.',
  'task.carryToWater': 'This crew carries a pump to the water at {{position}}.',
  'task.carryFromWater':
    'This crew carries a pump to {{position}}, on the hose line, {{meters}}\u00A0m from the water.',
  'task.carryFromFirst':
    'This crew carries a pump to {{position}}, on the hose line, {{meters}}\u00A0m from {{first}}.',
  'task.fetch':
    'This engine fetches water for {{first}} from {{water}} ({{position}}), {{distance}} by road from {{first}}.',
  'task.fetchOutside':
    'This engine fetches water for {{first}} from {{water}} ({{position}}), {{distance}} by road, and brings it to {{stop}} ({{stopPosition}}): it must be pumped on from there.',
  'map.fetch': 'tankers fill here',
  'mapText.fetch': 'Tankers fetch water from {{water}} ({{position}}).',
  'legend.fetch': 'Tankers fetch water',
  'task.bringHose_one': 'This engine brings {{n}} length of hose to {{first}}.',
  'task.bringHose_other': 'This engine brings {{n}} lengths of hose to {{first}}.',
  'task.none': 'The plan gives this engine no place of its own: take orders at {{first}}.',
  'task.noWay': 'There is no way to this place yet: {{why}}',
  'task.arrives': 'to its place',
  'why.task-wait': 'waits for {{first}}, leaves the way in free',
  'why.task-pump': 'pumps water to {{first}}',
  'task.wait.label': 'Wait at',
  'task.pump.label': 'Pump at',
  'send.first.text': '{{first}} goes first. {{callSign}} is shown as if it did.',
  'send.first.takesBack': '{{callSign}}, which was sent, will be taken back.',
  'send.first': 'Send {{callSign}} first',
  'send.another': 'Another engine',
  'send.also.text': '{{callSign}} is not among those to be sent.',
  'send.also': 'Send {{callSign}} as well',
};
