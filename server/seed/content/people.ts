import type { SeedSiteTexts, SeedStaff } from './types.ts';

export const people: SeedStaff[] = [
  {
    key: 'mara',
    name: 'Mara Lindqvist',
    email: 'mara@kettleandcrane.example',
    role: 'owner',
    line: {
      en: 'Founder. Orders, repairs, and anything with a number in it.',
      de: 'Gründerin. Bestellungen, Reparaturen und alles, worin eine Zahl vorkommt.',
      ar: 'المؤسِّسة. الطلبات والإصلاحات وكل ما فيه أرقام.',
    },
    languages: ['en', 'de', 'ar'],
  },
  {
    key: 'tomas',
    name: 'Tomás Reyes',
    email: 'tomas@kettleandcrane.example',
    role: 'agent',
    line: {
      en: 'Mechanic. Sizes, noises, and the right bolt for the hole.',
      de: 'Mechaniker. Größen, Geräusche und die richtige Schraube fürs Loch.',
      ar: 'ميكانيكي. المقاسات والأصوات الغريبة والبرغي المناسب.',
    },
    languages: ['en', 'de', 'ar'],
  },
];

export const siteTexts: SeedSiteTexts = {
  name: 'Kettle & Crane',
  team: { en: 'The workshop', de: 'Die Werkstatt', ar: 'الورشة' },
  greeting: {
    en: 'The kettle is on. What can we help with?',
    de: 'Das Teewasser kocht. Wobei können wir helfen?',
    ar: 'أهلًا بك، الشاي جاهز. كيف نساعدك؟',
  },
  timeZone: 'Europe/Berlin',
  hours: {
    monday: { from: '09:00', to: '18:00' },
    tuesday: { from: '09:00', to: '18:00' },
    wednesday: { from: '09:00', to: '18:00' },
    thursday: { from: '09:00', to: '18:00' },
    friday: { from: '09:00', to: '18:00' },
    saturday: { from: '10:00', to: '14:00' },
    sunday: null,
  },
};
