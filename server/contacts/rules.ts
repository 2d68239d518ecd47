import type { AttributeDefinition } from '../../shared/contacts/settings.ts';
import { longest } from '../../shared/core/fields.ts';

/** True for a day that there is. */
const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

const isLink = (text: string): boolean =>
  text.length <= longest.url && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** True when a value is of the attribute's type. */
export const fits = ({ type, choices }: AttributeDefinition, value: string): boolean => {
  switch (type) {
    case 'number':
      return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(value);
    case 'date':
      return isDay(value);
    case 'choice':
      return choices.includes(value);
    case 'link':
      return isLink(value);
    case 'text':
      return value.length <= 1_000;
  }
};
