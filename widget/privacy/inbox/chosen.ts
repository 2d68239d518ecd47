import { signal } from '@preact/signals';

/** The person whose data is shown: the id of a visitor, or an email address; null for nobody. */
export const chosen = signal<string | null>(null);
