import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { CannedReply, InboxThread } from '../../../../shared/inbox/schema.ts';
import { fillVariables } from '../../../../shared/inbox/variables.ts';
import { useLanguage } from '../../../core/staff/context.ts';
import { useInbox } from '../../context.ts';
import { moment } from '../../../core/staff/i18n.ts';
import { type CannedIndex, loadCanned } from './canned.ts';
import type { Completion } from './model.ts';

interface Option {
  id: string;
  name: string;
  hint: string;
  words: string;
}

/** What can stand for `/…` or `@…`: canned replies, filled in, or colleagues. */
export const Complete = ({
  ask,
  thread,
  choose,
  hold,
}: {
  ask: { kind: '/' | '@'; text: string };
  thread: InboxThread;
  choose(words: string): void;
  hold(completion: Completion | null): void;
}) => {
  const inbox = useInbox();
  const { texts, tag } = useLanguage();
  const [index, setIndex] = useState<CannedIndex | null>(null);
  const [at, setAt] = useState(0);
  const { conversation } = thread;
  useEffect(() => {
    if (ask.kind === '/') void inbox.attempt(loadCanned(inbox.call)).then(setIndex);
  }, [ask.kind, inbox.overview.now.value]);

  const filled = (reply: CannedReply): string =>
    fillVariables(reply.body, {
      'visitor.name': conversation.visitor.name,
      'visitor.email': conversation.visitor.email ?? '',
      'agent.name': inbox.me.name,
      'site.name': inbox.membership.name,
      promise: conversation.promise ? moment(conversation.language || tag, conversation.promise.at) : '',
    });
  const options: Option[] =
    ask.kind === '/'
      ? (index?.find(ask.text, conversation.language) ?? []).map((reply) => ({
          id: reply.id,
          name: reply.title,
          hint: `/${reply.shortcut}`,
          words: filled(reply),
        }))
      : inbox.overview.now.value.people
          .filter(
            ({ id, name }) =>
              id !== inbox.me.id &&
              name
                .toLowerCase()
                .split(/\s+/)
                .some((part) => part.startsWith(ask.text.toLowerCase())),
          )
          .slice(0, 8)
          .map(({ id, name }) => ({ id, name, hint: '', words: `@${name} ` }));
  const current = Math.min(at, options.length - 1);

  useEffect(() => setAt(0), [ask.text]);
  // Before the paint: what is seen can be chosen.
  useLayoutEffect(() => {
    hold({
      press(event) {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step && options.length) {
          setAt((current + step + options.length) % options.length);
          return true;
        }
        const isChosen = event.key === 'Tab' || (event.key === 'Enter' && !event.ctrlKey && !event.metaKey);
        if (!isChosen || !options[current]) return false;
        choose(options[current].words);
        return true;
      },
    });
    return () => hold(null);
  });
  const field = document.querySelector('.composer textarea');
  useEffect(() => {
    if (options[current]) field?.setAttribute('aria-activedescendant', `completion-${options[current].id}`);
    return () => field?.removeAttribute('aria-activedescendant');
  });

  if (ask.kind === '/' && !index) return null;
  return (
    <div
      class="completions"
      id="completions"
      role="listbox"
      aria-label={ask.kind === '/' ? texts.canned : texts.people}
    >
      {options.length === 0 ? (
        <div class="quiet" role="option" tabIndex={-1} aria-selected="false" aria-disabled="true">
          {ask.kind === '/' ? texts.noCanned : texts.noPeople}
        </div>
      ) : (
        options.map((option, place) => (
          <div
            key={option.id}
            id={`completion-${option.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === current}
            // Before the field loses its focus.
            onMouseDown={(event) => {
              event.preventDefault();
              choose(option.words);
            }}
          >
            <bdi>{option.name}</bdi>
            <span class="quiet" dir="ltr">
              {option.hint}
            </span>
            {ask.kind === '/' && <span class="quiet words">{option.words}</span>}
          </div>
        ))
      )}
    </div>
  );
};
