import type { Category } from '../../../shared/core/people/settings.ts';

/** Topics of calls. */
export const callTopics: Category[] = [
  { key: 'order', names: { en: 'My order', de: 'Meine Bestellung', ar: 'طلبي' } },
  { key: 'fitting', names: { en: 'Sizing and fit', de: 'Größe und Sitz', ar: 'المقاس والملاءمة' } },
  { key: 'repair', names: { en: 'A repair', de: 'Eine Reparatur', ar: 'إصلاح' } },
  { key: 'else', names: { en: 'Something else', de: 'Etwas anderes', ar: 'شيء آخر' } },
];
