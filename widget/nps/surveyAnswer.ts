/*
 * On the page behind the links of mails: the number that was pressed there counts as soon as a person does anything on
 * the page. Programs that look at what a mail links to load pages, and run their scripts; they do not move a pointer.
 * But browsers say that one moved when a page appears under it: only one that is seen at two places was moved.
 */
const form = document.querySelector<HTMLFormElement>('form[data-opinion]');
const kinds = ['pointermove', 'pointerdown', 'keydown', 'touchstart', 'wheel'];

let place = '';
const isStill = (event: Event): boolean => {
  if (event.type !== 'pointermove') return false;
  const { screenX, screenY } = event as PointerEvent;
  const before = place;
  place = `${screenX} ${screenY}`;
  return before === '' || before === place;
};

const deafen = (): void => {
  for (const kind of kinds) removeEventListener(kind, onEvent, true);
};
const onEvent = async (event: Event): Promise<void> => {
  if (!event.isTrusted || !form || isStill(event)) return;
  const given = new FormData(form);
  if (given.get('score') === null) return;
  deafen();
  try {
    // What they go on to write is sent with the form, as the same answer.
    const { ok } = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams([...given].map(([name, value]) => [name, String(value)])),
      redirect: 'manual',
    });
    // biome-ignore lint/style/noNonNullAssertion: the page of a survey has a status and its text
    if (ok) form.querySelector('[role=status]')!.textContent = form.dataset['opinion']!;
  } catch {
    // The button is there.
  }
};
if (form?.querySelector('[checked]')) for (const kind of kinds) addEventListener(kind, onEvent, true);
