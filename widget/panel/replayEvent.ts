/** Does what the browser would have done with a key or a click, had the page not prevented it. */
const makeUp = (target: HTMLElement, { type, key, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
  const button = target.closest('button');
  if (button) {
    if (type === 'click') button.form?.requestSubmit();
    else if (key === 'Enter' || key === ' ') button.click();
    return;
  }
  const field = target as HTMLTextAreaElement;
  const { selectionStart: start, selectionEnd: end, value } = field;
  const isBack = key === 'Backspace';
  if (
    type === 'click' ||
    value === undefined ||
    ctrlKey ||
    metaKey ||
    altKey ||
    !(isBack || [...key].length === 1)
  )
    return;
  const from = isBack && start === end ? start - ([...value.slice(0, start)].at(-1)?.length ?? 0) : start;
  field.setRangeText(isBack ? '' : key, from, end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

/**
 * Does again inside, where the page does not hear it, what the page stopped on its way in, and makes up for what it
 * prevented.
 * @param arrived whether it came through at all
 */
export const rescue = (target: HTMLElement, event: KeyboardEvent, arrived: boolean): void => {
  const { type, key, shiftKey, defaultPrevented } = event;
  if (!arrived) {
    const again = new KeyboardEvent(type, { key, shiftKey, bubbles: true, cancelable: true });
    // What the browser has done by itself is not to be done twice.
    if (type === 'click') target.addEventListener(type, (own) => own.preventDefault(), { once: true });
    // A key that one of our handlers took is theirs.
    if (!target.dispatchEvent(again) && type === 'keydown') return;
  }
  if (defaultPrevented) makeUp(target, event);
};
