import { signal } from '@preact/signals';

/** The contact whose page is shown, by the id of a visitor; null for the list. */
export const chosen = signal<string | null>(null);

/** The part of the contacts' page that is shown while no contact is. */
export const part = signal<'all' | 'segments' | 'calls'>('all');
