import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { RunList } from './RunList.tsx';
import './styles.ts';
import { texts as loaders, type RuleTexts } from './texts.ts';
import { useRuns } from './useRuns.ts';
import { useWords } from './useWords.ts';

const Runs = ({ thread, texts }: { thread: InboxThread; texts: RuleTexts }) => {
  const { conversation, messages } = thread;
  // What a rule does is said in the thread.
  const last = messages.findLast(({ notice }) => notice?.values['rule'] || notice?.kind === 'undone');
  const { found, undo } = useRuns({ conversation: conversation.id }, last?.id);
  const words = useWords(
    texts,
    found?.choices ?? {
      people: [],
      teams: [],
      labels: [],
      replies: [],
      segments: [],
      attributes: [],
      channels: [],
      languages: [],
    },
  );
  if (!found || found.runs.length === 0) return null;
  return (
    <section class="rule-side" aria-labelledby="side-rules">
      <h3 id="side-rules">{texts.sideTitle}</h3>
      <RunList runs={found.runs} words={words} by="rule" undo={(run) => void undo(run)} />
    </section>
  );
};

/** Deeds of rules in the conversation, and why. */
export const Side = ({ thread }: { thread: InboxThread }) => {
  const texts = useFeatureTexts(loaders);
  return texts && <Runs thread={thread} texts={texts} />;
};
