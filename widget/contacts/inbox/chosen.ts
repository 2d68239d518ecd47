import { signal } from '@preact/signals';

/** The contact whose page is shown, by the id of a visitor; null for the list. */
export const chosen = signal<string | null>(null);

/** The segment that the page's address names, as a notice's link does; null for none. */
export function linkedSegment(): string | null {
  return new URLSearchParams(location.search).get('segment');
}

/** The part of the contacts' page that is shown while no contact is. */
export const part = signal<'all' | 'segments' | 'calls'>(linkedSegment() === null ? 'all' : 'segments');
