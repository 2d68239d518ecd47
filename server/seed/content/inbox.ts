import type { LabelColour } from '../../../shared/core/conversations/schema.ts';

/** Labels and canned replies of the demo's staff. */
export const labels: { name: string; colour: LabelColour; on: string[] }[] = [
  {
    name: 'Order',
    colour: 'blue',
    on: ['dubai-before-eid', 'wren-stock', 'delivered-now', 'overdue-invoice'],
  },
  { name: 'Refund', colour: 'red', on: ['return-refund', 'crash-estimate', 'delivered-now'] },
  {
    name: 'Repair',
    colour: 'orange',
    on: ['mudguard-rattle', 'overdue-hanger', 'belt-noise', 'de-bremse-quietscht', 'torque-wrench'],
  },
  { name: 'Wholesale', colour: 'violet', on: ['tour-operator-quote', 'donated-bike-school'] },
];

export const teams: { name: string; members: string[]; on: string[] }[] = [
  { name: 'Workshop', members: ['tomas', 'mara'], on: ['mudguard-rattle', 'de-bremse-quietscht'] },
];

export const replies: { shortcut: string; title: string; body: string; language: string }[] = [
  {
    shortcut: 'hello',
    title: 'Greeting',
    body: 'Hello {{visitor.name|there}}, thank you for writing. I have read it and will look into it now.\n\n{{agent.name}}',
    language: 'en',
  },
  {
    shortcut: 'hallo',
    title: 'Begrüßung',
    body: 'Guten Tag {{visitor.name}}, danke für Ihre Nachricht. Ich sehe es mir gleich an.\n\n{{agent.name}}',
    language: 'de',
  },
  {
    shortcut: 'photo',
    title: 'Ask for a photo',
    body: 'Could you send us a photo of it? One from the side and one of the number under the bottom bracket help us most.',
    language: 'en',
  },
  {
    shortcut: 'by-when',
    title: 'By when we answer',
    body: 'You will hear from us by {{promise|tomorrow}}, {{visitor.name|and thank you for waiting}}.',
    language: '',
  },
];
