import { signal } from '@preact/signals';

/** The contact whose page is shown, by the id of a visitor; null for the list. */
export const chosen = signal<string | null>(null);
