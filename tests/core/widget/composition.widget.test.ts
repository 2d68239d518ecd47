import { expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ignoreComposition } from '../../../widget/core/ui/keys.ts';

const press = (target: EventTarget, init: KeyboardEventInit & { keyCode?: number }): void => {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  if (init.keyCode) Object.defineProperty(event, 'keyCode', { value: init.keyCode });
  target.dispatchEvent(event);
};

test('keys that an input method takes reach no handler, those after it do', () => {
  const root = document.createElement('div');
  const field = root.appendChild(document.createElement('textarea'));
  document.body.append(root);
  const heard: string[] = [];
  ignoreComposition(root);
  field.addEventListener('keydown', ({ key }) => heard.push(`field ${key}`));
  root.addEventListener('keydown', ({ key }) => heard.push(`root ${key}`));
  press(field, { key: 'Enter', isComposing: true });
  // Safari: the composition has ended when the key that ended it arrives.
  press(field, { key: 'Enter', keyCode: 229 });
  press(field, { key: 'Escape', isComposing: true });
  expect(heard).toEqual([]);
  press(field, { key: 'Enter', keyCode: 13 });
  expect(heard).toEqual(['field Enter', 'root Enter']);
});

test('every root that is typed in leaves them to the input method, and no handler has a way of its own', () => {
  const sources = readdirSync('widget', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(join('widget', file), 'utf8') }));
  const users = sources.filter(({ text }) => /\bignoreComposition\(/.test(text)).map(({ file }) => file);
  expect(users.sort()).toEqual(['inbox/main.tsx', 'panel/container.ts']);
  expect(sources.filter(({ text }) => /\bevent\.isComposing\b/.test(text)).map(({ file }) => file)).toEqual(
    [],
  );
});
