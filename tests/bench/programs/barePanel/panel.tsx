/* The least that a panel can be: Preact, signals, one field that has the focus. */
import { signal } from '@preact/signals';
import { render } from 'preact';

const text = signal('');

const Panel = () => (
  <section class="panel">
    <textarea
      value={text}
      onInput={({ currentTarget }) => {
        text.value = currentTarget.value;
      }}
    />
    <p>{text.value.length}</p>
  </section>
);

/** Draws the panel into a root and puts the focus into its field. */
export const open = (root: ShadowRoot): void => {
  const container = document.createElement('div');
  root.append(container);
  render(<Panel />, container);
  container.querySelector('textarea')?.focus();
};
