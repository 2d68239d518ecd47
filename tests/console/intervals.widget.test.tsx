import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { TextsContext } from '../../widget/console/context.ts';
import { IntervalFields } from '../../widget/console/IntervalFields.tsx';
import texts from '../../widget/console/texts/en.ts';

test('an end before the beginning is asked about, and changes nothing until somebody says what it means', async () => {
  const onInterval = vi.fn();
  const root = document.body.appendChild(document.createElement('div'));
  const draw = (interval: { from: string; to: string }) =>
    act(() =>
      render(
        <TextsContext.Provider value={{ tag: 'en', texts: texts as never }}>
          <IntervalFields
            day="Monday"
            nextDay="Tue"
            interval={interval}
            onInterval={onInterval}
            onRemove={() => {}}
          />
        </TextsContext.Provider>,
        root,
      ),
    );
  const type = (place: number, value: string) =>
    act(() => {
      const field = root.querySelectorAll('input')[place];
      if (!field) throw new Error('no field');
      field.value = value;
      field.dispatchEvent(new Event('input'));
    });
  const press = (name: string) =>
    act(() => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click());
  await draw({ from: '09:00', to: '17:00' });

  await type(1, '02:00');
  expect(root.textContent).toContain('Until the next day (Tue)?');
  await press('No, undo');
  expect(root.querySelectorAll('input')[1]?.value).toBe('17:00');
  expect(onInterval).not.toHaveBeenCalled();

  await type(1, '02:00');
  await press('Yes');
  expect(onInterval.mock.calls).toEqual([[{ from: '09:00', to: '02:00' }]]);

  // What ends the next day already is said, and not asked again.
  await draw({ from: '22:00', to: '02:00' });
  await type(1, '03:00');
  expect(onInterval).toHaveBeenLastCalledWith({ from: '22:00', to: '03:00' });
  render(null, root);
});
