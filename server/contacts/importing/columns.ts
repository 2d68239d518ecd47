import type { AttributeDefinition } from '../../../shared/contacts/settings.ts';
import type { SiteSettings } from '../../../shared/siteSettings.ts';

/** The part of a contact that a column is about. */
export type Column =
  | { kind: 'id' | 'subject' | 'email' | 'name' | 'language' | 'stage' }
  | { kind: 'attribute'; attribute: AttributeDefinition };

/** Headings of what every contact has: our own export's, and those of other programs in our languages. */
const headingsOf: Record<Exclude<Column['kind'], 'attribute'>, string> = {
  id: 'id',
  subject:
    'signed id|customer id|external id|user id|kundennummer|номер клиента|id клиента|id πελάτη|id-ja e klientit|klienta id|رقم العميل',
  email:
    'email|e-mail|email address|e-mail address|e-mail-adresse|эл. почта|почта|адрес почты|ηλεκτρονικό ταχυδρομείο|retpoŝto|retadreso|البريد الإلكتروني|البريد',
  name: 'name|full name|имя|фио|όνομα|ονοματεπώνυμο|emri|emri i plotë|pangalan|nomo|الاسم',
  language: 'language|locale|sprache|язык|γλώσσα|gjuha|wika|lingvo|اللغة',
  stage: 'stage|phase|этап|стадия|στάδιο|faza|yugto|etapo|المرحلة',
};
const known = new Map(
  Object.entries(headingsOf).flatMap(([kind, names]) =>
    names.split('|').map((name) => [name, kind as keyof typeof headingsOf] as const),
  ),
);

/** The columns of a table by its headings; null for those that say nothing to us, and for the second of two. */
export const columnsOf = (
  headings: readonly string[],
  { attributes }: SiteSettings['contacts'],
): (Column | null)[] => {
  const seen = new Set<string>();
  return headings.map((heading) => {
    const name = heading.toLowerCase();
    if (seen.has(name)) return null;
    seen.add(name);
    // The owner's own names come first: an attribute may be called "Stage".
    const attribute = attributes.find((one) => one.name.toLowerCase() === name);
    if (attribute) return { kind: 'attribute', attribute };
    const kind = known.get(name);
    return kind ? { kind } : null;
  });
};
