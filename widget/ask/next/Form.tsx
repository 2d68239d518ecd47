import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { failureText } from '../../core/text/failureText.ts';
import type { Surface } from '../../core/context.ts';
import { Notice } from '../../core/ui/parts.tsx';
import { Field } from './Field.tsx';
import { longest } from './fields.ts';
import { VisibilityField } from './VisibilityField.tsx';
import type { Write } from './write.ts';

const CategoryField = ({ surface, write }: { surface: Surface; write: Write }) => {
  const { texts, settings } = surface.context;
  const { get: text } = texts;
  return (
    <Field texts={texts} write={write} name="category" label={text('category')} optional>
      {(ties) => (
        <select {...ties}>
          <option value="">{text('noCategory')}</option>
          {settings.categories.map(({ key, names }) => (
            <option key={key} value={key}>
              {names[texts.language] ?? Object.values(names)[0] ?? key}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};

/** Asking in public, where others may answer sooner than the team. */
const usePeers = (surface: Surface, write: Write) => {
  const Offer = useSignal<FunctionComponent | null>(null);
  useEffect(() => {
    let left = false;
    import('../peers/entry.tsx')
      .then(({ openPeers }) => openPeers(surface, write))
      .then(
        (offer) => {
          if (!left) Offer.value = offer;
        },
        // The form is whole without it.
        () => {},
      );
    return () => {
      left = true;
    };
  }, []);
  return Offer.value;
};

/** The form of a question: what a person needs to answer. Only the question itself must be there. */
export const Form = ({ surface, write }: { surface: Surface; write: Write }) => {
  const { texts, settings } = surface.context;
  const { get: text } = texts;
  const form = useRef<HTMLFormElement>(null);
  const shared = { texts, write };
  const refusal = write.refusal.value;
  const Offer = usePeers(surface, write);
  useLayoutEffect(surface.focusStart, []);

  const lookAt = (name: string): void =>
    form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  const first = Object.entries(write.errors.value).find(([, code]) => code)?.[0];
  useLayoutEffect(() => {
    if (refusal && first) lookAt(first);
  }, [refusal]);

  return (
    <form
      ref={form}
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = write.send();
        if (wrong) lookAt(wrong);
      }}
    >
      {refusal && <Notice bad>{failureText(texts, refusal)}</Notice>}
      <Field {...shared} name="title" label={text('title')}>
        {(ties) => <input {...ties} type="text" maxLength={longest.title} dir="auto" required />}
      </Field>
      <Field {...shared} name="details" label={text('details')} hint={text('detailsHint')} optional>
        {(ties) => <textarea {...ties} data-start rows={4} maxLength={longest.details} dir="auto" />}
      </Field>
      {settings.categories.length > 0 && <CategoryField surface={surface} write={write} />}
      <Field {...shared} name="name" label={text('name')} optional>
        {(ties) => <input {...ties} type="text" autocomplete="name" maxLength={longest.name} dir="auto" />}
      </Field>
      <Field {...shared} name="email" label={text('email')} hint={text('emailWhy')} optional>
        {(ties) => <input {...ties} type="email" autocomplete="email" maxLength={longest.email} dir="ltr" />}
      </Field>
      {Offer && <Offer />}
      <VisibilityField text={text} write={write} />
      <label class="unseen" aria-hidden="true">
        {text('leaveEmpty')}
        <input
          type="text"
          name="website"
          tabIndex={-1}
          autocomplete="off"
          value={write.fields.value.website}
          onInput={(event) => write.set('website', event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="primary">
        {text('send')}
      </button>
    </form>
  );
};
