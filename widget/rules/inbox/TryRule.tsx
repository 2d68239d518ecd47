import { useState } from 'preact/hooks';
import { tryRule } from '../../../shared/rules/routes.ts';
import type { RuleDraft, TryReply } from '../../../shared/rules/schema.ts';
import { useStaff } from '../../core/staff/context.ts';
import { counted } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import type { Words } from './fieldKinds.ts';
import { whyText } from './words.ts';

/** Shows what a rule would have fired on in the last week, as it stands in the form; nothing is done. */
export const TryRule = ({ draft, isWhole, words }: { draft: RuleDraft; isWhole: boolean; words: Words }) => {
  const staff = useStaff();
  const { texts, tag } = words;
  const [tried, setTried] = useState<{ of: string; reply: TryReply } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const asked = JSON.stringify(draft);
  const look = async (): Promise<void> => {
    setBusy(true);
    const reply = await staff.attempt(staff.call(tryRule, { body: draft }));
    setBusy(false);
    setTried(reply && { of: asked, reply });
  };
  // What was found for other conditions says nothing about these.
  const reply = tried?.of === asked ? tried.reply : null;
  return (
    <div class="rule-try">
      <button type="button" disabled={isBusy || !isWhole} onClick={() => void look()}>
        {isBusy ? texts.trying : texts.try}
      </button>
      <div role="status">
        {reply && (
          <>
            <p>
              <strong>{counted(tag, texts.tried, reply.fires)}</strong>{' '}
              <span class="quiet">
                {counted(tag, texts.triedOf, reply.looked)}
                {reply.isPart && ` ${texts.triedPart}`}
              </span>
            </p>
            {reply.first.length > 0 && <h3>{texts.triedFirst}</h3>}
          </>
        )}
      </div>
      {reply && reply.first.length > 0 && (
        <ul class="rule-found">
          {reply.first.map(({ conversation, subject, why }) => (
            <li key={conversation}>
              <button type="button" class="link" dir="auto" onClick={() => staff.open(conversation)}>
                {subject}
              </button>
              <span class="quiet">{fill(texts.because, { why: whyText(why, words) })}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
