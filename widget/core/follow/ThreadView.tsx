import type { KindView } from '../feature.ts';
import { promiseText } from '../promiseText.ts';
import { reach } from '../client.ts';
import { isTouched, type Surface } from '../surface.ts';
import { useOwn, useStay } from '../ui/hooks.ts';
import { Notice, Waiting } from '../ui/parts.tsx';
import type { Follow } from './follow.ts';
import { Talk, useNow } from './Talk.tsx';

type Given = { surface: Surface; follow: Follow; id: string };

/** What a feature makes of its conversations, once it is loaded. */
const OfKind = ({ surface, kind, id }: Given & { kind: string }) => {
  const { visit } = surface;
  const view = useOwn<KindView | null>(null);
  const isStuck = useOwn(false);
  let gone = false;
  const load = async (): Promise<void> => {
    isStuck.value = false;
    try {
      const door = await visit.kinds[kind]!();
      const opened = await door.open(surface, visit.follow.value!);
      if (!gone) view.value = opened;
    } catch {
      isStuck.value = true;
    }
  };
  useStay(() => {
    void load();
    return () => {
      gone = true;
    };
  });
  const View = view.value;
  if (View) return <View id={id} />;
  return isStuck.value ? (
    <Notice bad>
      {visit.texts.say('offline')}
      <button type="button" class="text" onClick={() => reach(visit.base).then(load, load)}>
        {visit.texts.say('tryAgain')}
      </button>
    </Notice>
  ) : (
    <Waiting texts={visit.texts} />
  );
};

const Plain = ({ surface, follow, id }: Given) => {
  const { texts, base } = surface.visit;
  const thread = follow.thread(id);
  const now = useNow();
  const row = thread.conversation.value;
  return (
    <Talk
      surface={surface}
      follow={follow}
      thread={thread}
      head={
        <div class="about">
          <h2 data-start={isTouched() ? true : undefined} tabIndex={-1} dir="auto">
            {row?.subject}
          </h2>
          {row?.status === 'closed' ? (
            <p class="soft">{texts.say('closedText')}</p>
          ) : (
            row?.promise && <p class="soft">{promiseText(surface.visit, row.promise, now)}</p>
          )}
          {row?.publicPath?.startsWith('/') && (
            <a href={base + row.publicPath} target="_blank" rel="noopener noreferrer">
              {texts.say('publicPage')}
            </a>
          )}
        </div>
      }
    />
  );
};

/**
 * One conversation, as its feature shows it.
 * @param given its id, or the name of a feature whose conversation begins here
 */
export const ThreadView = (given: Given) => {
  const { kinds } = given.surface.visit;
  const row = given.follow.conversations.value.find(({ id }) => id === given.id);
  const kind = row?.kind ?? given.id;
  return Object.hasOwn(kinds, kind) ? <OfKind key={kind} {...given} kind={kind} /> : <Plain {...given} />;
};
