import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { currentZone, findZone, zoneLabel } from '../../shared/core/people/zones.ts';
import { Field } from '../core/staff/fields.tsx';
import { useTexts } from './context.ts';

/** Zones that the browser knows under their current names, and the one that is set, whatever it calls it. */
const zonesWith = (zone: string): string[] =>
  [...new Set([zone, 'UTC', ...Intl.supportedValuesOf('timeZone')].map(currentZone))].sort();

/** A time zone: typed and found by its name or its city, or chosen from the list. */
export const ZoneField = (given: {
  zone: string;
  refused: string | undefined;
  onZone(zone: string): void;
}) => {
  const { zone, refused, onZone } = given;
  const { texts } = useTexts();
  const list = useId();
  const zones = useMemo(() => zonesWith(zone), [zone]);
  /** The typed text, while it names no zone yet. */
  const typed = useSignal<string | null>(null);
  const isLeft = useSignal(false);
  return (
    <Field
      label={texts.zone}
      hint={texts.zoneHint}
      refused={refused ?? (typed.value !== null && isLeft.value ? 'invalid' : undefined)}
    >
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            dir="ltr"
            list={list}
            autocomplete="off"
            value={typed.value ?? zoneLabel(zone)}
            onFocus={(event) => event.currentTarget.select()}
            onInput={({ currentTarget: { value } }) => {
              isLeft.value = false;
              const found = findZone(zones, value);
              // What was found is written out when the field is left: who types "Europe/Kyiv" goes on typing.
              typed.value = value;
              if (found) onZone(found);
            }}
            onBlur={() => {
              isLeft.value = true;
              if (typed.value !== null && findZone(zones, typed.value)) typed.value = null;
            }}
          />
          <datalist id={list}>
            {zones.map((one) => (
              <option key={one} value={zoneLabel(one)} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
};
