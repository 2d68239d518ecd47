import { render } from 'preact';
import { expect, test } from 'vitest';
import { newId } from '../../../shared/core/ids.ts';
import { MessageBody } from '../../../widget/core/conversations/MessageList.tsx';

test('what an email quoted is folded below the message, and is there as it came', () => {
  const message = {
    id: newId(),
    conversation: newId(),
    seq: 1,
    at: 0,
    author: { kind: 'visitor' as const, id: null, name: 'Zoë' },
    visibility: 'public' as const,
    body: 'Yes.',
    rich: [{ tag: 'p' as const, children: ['Yes.'] }],
    attachments: [],
    quoted: '> Will you come?\n> <b>Soon?</b>',
  };
  const root = document.createElement('div');
  render(<MessageBody message={message} removed="" quoted="Show quoted text" file={() => null} />, root);
  const folded = root.querySelector('details')!;
  expect(folded.open).toBe(false);
  expect(folded.querySelector('summary')!.textContent).toBe('Show quoted text');
  expect(folded.querySelector('p')!.textContent).toBe(message.quoted);
});
