import type { RuleDraft } from '../../../shared/rules/schema.ts';
import type { RuleTexts } from './texts.ts';

const waitsForVisitor = [[{ name: 'waitingFor', how: 'is' as const, value: 'visitor' }]];

/** Rules that come with the product: what they name is the site's to choose. */
export const readyRules = (texts: RuleTexts): RuleDraft[] => [
  {
    name: texts.ready_still,
    isOn: false,
    on: 'idle',
    minutes: 10,
    groups: [[{ name: 'channel', how: 'is', value: 'chat' }, ...waitsForVisitor.flat()]],
    actions: [{ do: 'reply', to: '' }],
    stops: false,
  },
  {
    name: texts.ready_close,
    isOn: false,
    on: 'idle',
    minutes: 30,
    groups: [[{ name: 'channel', how: 'is', value: 'chat' }, ...waitsForVisitor.flat()]],
    actions: [{ do: 'reply', to: '' }, { do: 'close' }],
    stops: false,
  },
  {
    name: texts.ready_unhappy,
    isOn: false,
    on: 'rated',
    minutes: null,
    groups: [[{ name: 'rating', how: 'is', value: 'bad' }]],
    actions: [{ do: 'notify', to: '' }],
    stops: false,
  },
  {
    name: texts.ready_late,
    isOn: false,
    on: 'promise',
    minutes: 30,
    groups: [],
    actions: [{ do: 'notify', to: '' }],
    stops: false,
  },
];

/** A rule that nothing is known of yet. */
export const blankRule = (): RuleDraft => ({
  name: '',
  isOn: false,
  on: 'opened',
  minutes: null,
  groups: [],
  actions: [{ do: 'assign', to: '' }],
  stops: false,
});
