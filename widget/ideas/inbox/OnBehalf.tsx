import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { newId } from '../../../shared/core/ids.ts';
import * as contract from '../../../shared/ideas/staffRoutes.ts';
import type { ConversationIdeas } from '../../../shared/ideas/staffSchema.ts';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { counted } from '../../core/staff/i18n.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { IdeaPicker } from './IdeaPicker.tsx';
import './styles.ts';
import { type IdeaTexts, texts as ideaTexts } from './texts.ts';

/** The ideas, each with a way to take it back. */
const Linked = ({
  ideas,
  texts,
  remove,
}: {
  ideas: ConversationIdeas['ideas'];
  texts: IdeaTexts;
  remove(id: string): void;
}) => {
  const { tag } = useLanguage();
  return (
    <ul>
      {ideas.map((idea) => (
        <li key={idea.id}>
          <a href={idea.path} target="_blank" rel="noopener noreferrer" dir="auto">
            {idea.title}
          </a>
          <small class="quiet">
            {texts[`status_${idea.status}`]} · {counted(tag, texts.votes, idea.votes)}
          </small>
          <button
            type="button"
            class="link"
            aria-label={`${texts.removeVote}: ${idea.title}`}
            onClick={() => remove(idea.id)}
          >
            {texts.removeVote}
          </button>
        </li>
      ))}
    </ul>
  );
};

/** Ideas that a conversation's visitor asked for; nothing where the site has none. */
export const OnBehalf = ({ thread }: { thread: InboxThread }) => {
  const staff = useStaff();
  const texts = useFeatureTexts(ideaTexts);
  const linked = useSignal<ConversationIdeas | null>(null);
  const isPicking = useSignal(false);
  const { id, language } = thread.conversation;
  const take = async (work: Promise<ConversationIdeas>): Promise<void> => {
    const reply = await staff.attempt(work);
    if (!reply) return;
    linked.value = reply;
    isPicking.value = false;
  };
  useEffect(() => {
    linked.value = null;
    isPicking.value = false;
  }, [id]);
  useEffect(() => {
    let left = false;
    // Quietly: it is no part of answering.
    staff.call(contract.listConversationIdeas, { path: { conversation: id } }).then(
      (reply) => {
        if (!left) linked.value = reply;
      },
      () => {},
    );
    return () => {
      left = true;
    };
  }, [id, staff.otherChanges.value]);
  if (!texts || !linked.value?.isOn) return null;
  const { ideas } = linked.value;
  const vote = (idea: string) =>
    take(staff.call(contract.putConversationIdea, { path: { conversation: id, idea } }));
  const remove = (idea: string) =>
    take(staff.call(contract.deleteConversationIdea, { path: { conversation: id, idea } }));
  const addNew = async (title: string): Promise<void> => {
    const body = { id: newId(), title, details: '', language };
    if (await staff.attempt(staff.call(contract.postStaffIdea, { body }))) await vote(body.id);
  };
  return (
    <section class="on-behalf" aria-labelledby="on-behalf">
      <h3 id="on-behalf">{texts.sideTitle}</h3>
      {ideas.length === 0 && !isPicking.value && <p class="quiet">{texts.sideNone}</p>}
      <Linked ideas={ideas} texts={texts} remove={(idea) => void remove(idea)} />
      {isPicking.value ? (
        <IdeaPicker
          texts={texts}
          label={texts.voteFor}
          act={texts.voteThis}
          without={ideas.map((idea) => idea.id)}
          choose={(idea) => void vote(idea.id)}
          addNew={(title) => void addNew(title)}
          close={() => {
            isPicking.value = false;
          }}
        />
      ) : (
        <button
          type="button"
          onClick={() => {
            isPicking.value = true;
          }}
        >
          {texts.voteFor}
        </button>
      )}
    </section>
  );
};
