/** @jsxImportSource hono/jsx */
import type { CallbackForm, Slot } from '../../../shared/callbacks/schema.ts';
import { mailTime } from '../../core/mail/texts.ts';
import { clockText, dayText, zoneFor } from '../../core/pages/dates.ts';
import { fill } from '../../core/pages/texts.ts';
import { callbackTexts } from '../texts.ts';

/** The times that can be had as one list, by day, in a zone that is named below it. */
export const When = (given: {
  form: CallbackForm;
  tag: string;
  zone: string;
  chosen: string;
  isSoonOffered: boolean;
  marks: object;
}) => {
  const { form, tag, zone, chosen } = given;
  const texts = callbackTexts(tag);
  const days = new Map<string, Slot[]>();
  for (const slot of form.slots) {
    const day = dayText(slot.start, tag, zone);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  if (form.slots.length === 0 && !(given.isSoonOffered && form.soon !== null)) return <p>{texts.noTimes}</p>;
  return (
    <>
      <label for="when">{texts.when}</label>
      <select id="when" name="when" required {...given.marks}>
        {given.isSoonOffered && form.soon !== null && (
          <option value="soon" selected={chosen === 'soon'}>
            {fill(texts.soon, { time: mailTime(form.soon, tag, zoneFor(zone, zone)) })}
          </option>
        )}
        {[...days].map(([day, slots]) => (
          <optgroup label={day}>
            {slots.map(({ start, end }) => (
              <option value={String(start)} selected={chosen === String(start)}>
                {`${clockText(start, tag, zone)}–${clockText(end, tag, zone)}`}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <p class="quiet">{fill(texts.zone, { zone: zone.replaceAll('_', ' ') })}</p>
    </>
  );
};
