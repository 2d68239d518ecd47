import type { CallbackStep } from '../../../shared/callbacks/machine.ts';
import type { SeedStaffKey } from './types.ts';

/** A step of a call, in minutes after the beginning of its time. */
export interface SeedCallStep {
  step: Exclude<CallbackStep, 'reassign' | 'reschedule'>;
  by: SeedStaffKey | 'system';
  minutes: number;
  note?: string;
}

/** One call that was asked for. */
export interface SeedCallback {
  key: string;
  language: 'en' | 'de';
  name: string;
  number: string;
  country: string;
  zone: string;
  topic: string;
  note: string;
  pageUrl: string;
  /** The so many-th time that is over, counted back from now, or the so many-th that can still be had. */
  time: { past: number } | { free: number };
  /** Minutes before now that it was asked for; of a time that is over: before that time. */
  askedBefore: number;
  /** The person who will call. */
  accepted?: SeedStaffKey;
  /** The visitor moved it to the so many-th time that can be had. */
  movedTo?: number;
  steps?: SeedCallStep[];
}

/** Calls around now, in the states that a day of calls has. */
export const calls: SeedCallback[] = [
  {
    key: 'call-battery',
    language: 'en',
    name: 'Olivia Marsh',
    number: '+44 20 7946 0312',
    country: 'GB',
    zone: 'Europe/London',
    topic: 'repair',
    note: 'The motor cuts out after about twenty minutes, and the display shows **E21**. Is that the battery or the cable?',
    pageUrl: '/demo/',
    time: { past: 4 },
    askedBefore: 17 * 60,
    steps: [
      { step: 'accept', by: 'tomas', minutes: -45 },
      { step: 'come_due', by: 'system', minutes: 0 },
      { step: 'call_started', by: 'tomas', minutes: 1 },
      {
        step: 'reached',
        by: 'tomas',
        minutes: 12,
        note: 'Loose connector at the display. She presses it in and writes if it comes back.',
      },
    ],
  },
  {
    key: 'call-missed',
    language: 'de',
    name: 'Jonas Petersen',
    number: '+49 30 23125 118',
    country: 'DE',
    zone: 'Europe/Berlin',
    topic: 'order',
    note: 'Zwei Rechnungen für eine Bestellung, und beide sind abgebucht.',
    pageUrl: '/demo/de/',
    time: { past: 2 },
    askedBefore: 20 * 60,
    steps: [{ step: 'come_due', by: 'system', minutes: 0 }],
  },
  {
    key: 'call-again',
    language: 'en',
    name: 'Priya Nair',
    number: '+44 20 7946 0457',
    country: 'GB',
    zone: 'Europe/London',
    topic: 'fitting',
    note: 'I am between two frame sizes and would like to talk it through before I order.',
    pageUrl: '/demo/',
    time: { past: 1 },
    askedBefore: 6 * 60,
    steps: [
      { step: 'come_due', by: 'system', minutes: 0 },
      { step: 'call_started', by: 'mara', minutes: 2 },
      { step: 'no_answer', by: 'mara', minutes: 3 },
      { step: 'call_started', by: 'mara', minutes: 14 },
      { step: 'voicemail', by: 'mara', minutes: 15, note: 'Left our number.' },
    ],
  },
  {
    key: 'call-child-seat',
    language: 'de',
    name: 'Familie Brandt',
    number: '+49 40 66969 204',
    country: 'DE',
    zone: 'Europe/Berlin',
    topic: 'fitting',
    note: 'Passt der Kindersitz hinter den tiefen Rahmen, und wer montiert ihn?',
    pageUrl: '/demo/de/',
    time: { free: 1 },
    askedBefore: 190,
    accepted: 'tomas',
  },
  {
    key: 'call-fleet',
    language: 'en',
    name: 'Declan Byrne',
    number: '+353 1 234 5678',
    country: 'IE',
    zone: 'Europe/Dublin',
    topic: 'else',
    note: 'We would like six bikes for an office in Dublin, and somebody who services them.',
    pageUrl: '/demo/',
    time: { free: 3 },
    askedBefore: 95,
  },
  {
    key: 'call-brakes',
    language: 'en',
    name: 'Hanna Lind',
    number: '+49 89 99998 301',
    country: 'DE',
    zone: 'Europe/Berlin',
    topic: 'repair',
    note: 'New pads, same squeal. I am at home in the mornings.',
    pageUrl: '/demo/',
    time: { free: 2 },
    askedBefore: 240,
    movedTo: 14,
  },
  {
    key: 'call-address',
    language: 'de',
    name: 'Aylin Kaya',
    number: '+49 221 4710 552',
    country: 'DE',
    zone: 'Europe/Berlin',
    topic: 'order',
    note: 'Ich ziehe vor der Lieferung um.',
    pageUrl: '/demo/de/',
    time: { free: 20 },
    askedBefore: 55,
    accepted: 'mara',
  },
];
