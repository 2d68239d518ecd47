import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import { newId } from '../../../shared/core/ids.ts';
import { deleteCannedReply, listCannedReplies, putCannedReply } from '../../../shared/inbox/routes.ts';
import type { CannedReply } from '../../../shared/inbox/schema.ts';
import { fillVariables, unknownVariables, variables } from '../../../shared/inbox/variables.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { Field, SelectField, TextField } from '../../core/staff/fields.tsx';
import { Entry, SaveRow } from './entries.tsx';

const empty = (): CannedReply => ({ id: newId(), shortcut: '', title: '', body: '', language: '' });

const Editor = ({ start, done }: { start: CannedReply; done(): void }) => {
  const model = useConsole();
  const { texts } = useTexts();
  const [reply, setReply] = useState(start);
  const first = useRef<HTMLFormElement>(null);
  const { settings } = model.drafted();
  const fields = model.problem.value?.fields ?? {};
  const set = (part: Partial<CannedReply>): void => setReply({ ...reply, ...part });
  useLayoutEffect(() => first.current?.querySelector('input')?.focus(), []);
  const unknown = unknownVariables(reply.body);
  const example = fillVariables(reply.body, {
    'visitor.name': texts.exampleVisitor,
    'agent.name': texts.exampleAgent,
    'site.name': model.membership.name,
    promise: texts.examplePromise,
  });
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { id, ...body } = reply;
    if (await model.attempt(model.call(putCannedReply, { path: { reply: id }, body }))) done();
  };
  return (
    <form class="card" onSubmit={submit} ref={first} aria-label={texts.replyEdit}>
      <div class="pair">
        <TextField
          label={texts.replyShortcut}
          hint={texts.replyShortcutHint}
          value={reply.shortcut}
          required
          maxLength={40}
          pattern="[\p{L}\p{N}][\p{L}\p{M}\p{N}\-]*"
          dir="auto"
          refused={fields['shortcut']}
          onValue={(shortcut) => set({ shortcut })}
        />
        <SelectField
          label={texts.replyLanguage}
          value={reply.language}
          options={[
            ['', texts.replyEveryLanguage] as const,
            ...settings.languages.map((tag) => [tag, languageNames[ourLanguage(tag) ?? 'en']] as const),
          ]}
          onValue={(language) => set({ language })}
        />
      </div>
      <TextField
        label={texts.replyTitle}
        value={reply.title}
        required
        maxLength={100}
        dir="auto"
        refused={fields['title']}
        onValue={(title) => set({ title })}
      />
      <Field
        label={texts.replyBody}
        hint={fill(texts.replyBodyHint, { list: variables.map((name) => `{{${name}}}`).join(' ') })}
        refused={unknown.length ? 'unknown' : fields['body']}
      >
        {(ids) => (
          <textarea
            {...ids}
            rows={6}
            dir="auto"
            required
            maxLength={10_000}
            value={reply.body}
            onInput={(event) => set({ body: event.currentTarget.value })}
          />
        )}
      </Field>
      {reply.body.includes('{{') && !unknown.length && (
        <p class="quiet" dir="auto">
          {fill(texts.replyExample, { text: example })}
        </p>
      )}
      <SaveRow cancel={done} />
    </form>
  );
};

/** Replies that are written once and sent often. */
export const Replies = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const [replies, setReplies] = useState<readonly CannedReply[] | null>(null);
  const [open, setOpen] = useState<CannedReply | null>(null);
  const load = async (): Promise<void> => {
    const reply = await model.attempt(model.call(listCannedReplies, {}));
    if (reply) setReplies(reply.replies);
  };
  useEffect(() => void load(), [model]);
  const remove = async (reply: CannedReply): Promise<void> => {
    if (await model.attempt(model.call(deleteCannedReply, { path: { reply: reply.id } }))) await load();
  };
  return (
    <>
      {open && (
        <Editor
          key={open.id}
          start={open}
          done={() => {
            setOpen(null);
            void load();
          }}
        />
      )}
      <section class="card" aria-labelledby="replies">
        <h2 id="replies">{texts.section_replies}</h2>
        {replies === null ? (
          <p class="quiet">{texts.loading}</p>
        ) : replies.length === 0 ? (
          <p class="quiet">{texts.repliesNone}</p>
        ) : (
          <ul class="plain-list">
            {replies.map((reply) => (
              <Entry
                key={reply.id}
                name={reply.title}
                change={() => setOpen(reply)}
                remove={() => remove(reply)}
              >
                <strong>
                  <bdi>{reply.title}</bdi>
                </strong>{' '}
                <span class="quiet">
                  <bdi class="shortcut">/{reply.shortcut}</bdi>
                  {reply.language && ` · ${languageNames[ourLanguage(reply.language) ?? 'en']}`}
                </span>
                <span class="quiet" dir="auto">
                  {reply.body.slice(0, 120)}
                </span>
              </Entry>
            ))}
          </ul>
        )}
        {!open && (
          <button type="button" class="primary" onClick={() => setOpen(empty())}>
            {texts.replyAdd}
          </button>
        )}
      </section>
    </>
  );
};
