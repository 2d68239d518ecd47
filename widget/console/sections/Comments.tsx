import { commentSorts, moderationModes } from '../../../shared/comments/options.ts';
import { CheckField, NumberField, SelectField, TextField } from '../../core/staff/fields.tsx';
import { useConsole, useWords } from '../context.ts';
import { Copy } from '../Copy.tsx';
import { betweenPhrases, ListField } from '../ListField.tsx';

/** The settings of comments, and how they are changed. */
const useCommentSettings = () => {
  const model = useConsole();
  const { comments, features } = model.draft.value!.settings;
  return {
    model,
    comments,
    features,
    set: (key: keyof typeof comments, value: unknown): void =>
      model.set(['settings', 'comments', key], value),
    refused: (path: string) => model.refused(`settings.comments.${path}`),
  };
};

const CommentNumber = (given: {
  name: 'trustAfter' | 'editMinutes' | 'depth' | 'pictures';
  min: number;
  max: number;
}) => {
  const { say } = useWords();
  const { comments, set, refused } = useCommentSettings();
  const { name } = given;
  return (
    <NumberField
      label={say[`comments_${name}`]}
      value={comments[name]}
      min={given.min}
      max={given.max}
      refused={refused(name)}
      onValue={(value) => set(name, value)}
    />
  );
};

const Writing = () => {
  const { say } = useWords();
  const { model, comments, features, set, refused } = useCommentSettings();
  return (
    <section class="card">
      <CheckField
        label={say.commentsOn}
        hint={say.commentsOnHint}
        value={features.comments}
        onValue={(value) => model.set(['settings', 'features', 'comments'], value)}
      />
      <Copy text={'<foyer-comments></foyer-comments>'} label={say.commentsElement} />
      <TextField
        label={say.commentsNote}
        hint={say.commentsNoteHint}
        value={comments.note}
        maxLength={300}
        dir="auto"
        refused={refused('note')}
        onValue={(value) => set('note', value)}
      />
      <SelectField
        label={say.commentsSort}
        value={comments.sort}
        options={commentSorts.map((sort) => [sort, say[`commentsSort_${sort}`]] as const)}
        onValue={(value) => set('sort', value)}
      />
      <SelectField
        label={say.commentsVotes}
        value={comments.votes}
        options={(['off', 'up', 'both'] as const).map((one) => [one, say[`commentsVotes_${one}`]] as const)}
        onValue={(value) => set('votes', value)}
      />
      <SelectField
        label={say.commentsName}
        value={comments.name}
        options={(['optional', 'required'] as const).map(
          (one) => [one, say[`commentsAsked_${one}`]] as const,
        )}
        onValue={(value) => set('name', value)}
      />
      <SelectField
        label={say.commentsEmail}
        value={comments.email}
        options={(['no', 'optional', 'required'] as const).map(
          (one) => [one, say[`commentsAsked_${one}`]] as const,
        )}
        onValue={(value) => set('email', value)}
      />
      <CommentNumber name="depth" min={1} max={8} />
      <CommentNumber name="pictures" min={0} max={8} />
      <CommentNumber name="editMinutes" min={0} max={1_440} />
    </section>
  );
};

const Moderation = () => {
  const { say } = useWords();
  const { comments, set, refused } = useCommentSettings();
  return (
    <section class="card" aria-labelledby="comments-moderation">
      <h2 id="comments-moderation">{say.commentsModeration}</h2>
      <SelectField
        label={say.commentsMode}
        hint={say.commentsModeHint}
        value={comments.moderation}
        options={moderationModes.map((mode) => [mode, say[`commentsMode_${mode}`]] as const)}
        onValue={(value) => set('moderation', value)}
      />
      <CommentNumber name="trustAfter" min={1} max={100} />
      <NumberField
        label={say.commentsReports}
        hint={say.commentsReportsHint}
        value={comments.holdAfterReports}
        min={0}
        max={100}
        refused={refused('holdAfterReports')}
        onValue={(value) => set('holdAfterReports', value)}
      />
      {(['blockedWords', 'blockedNames', 'blockedAddresses'] as const).map((key) => (
        <ListField
          key={key}
          label={say[`comments_${key}`]}
          hint={say[`comments_${key}Hint`]}
          value={comments[key]}
          parts={betweenPhrases}
          refused={refused(key)}
          onValue={(items) => set(key, items)}
        />
      ))}
      <ListField
        label={say.commentsAlert}
        hint={say.commentsAlertHint}
        value={comments.alert}
        refused={refused('alert')}
        onValue={(items) => set('alert', items)}
      />
    </section>
  );
};

/** Which addresses are one page, and when a page is closed. */
const Pages = () => {
  const { say } = useWords();
  const { model, comments, set, refused } = useCommentSettings();
  const setPage = (key: keyof typeof comments.page, value: unknown): void =>
    model.set(['settings', 'comments', 'page', key], value);
  return (
    <section class="card" aria-labelledby="comments-pages">
      <h2 id="comments-pages">{say.commentsPages}</h2>
      <p class="quiet">{say.commentsPagesLead}</p>
      <SelectField
        label={say.commentsQuery}
        value={comments.page.query}
        options={(['ignore', 'listed', 'keep'] as const).map(
          (one) => [one, say[`commentsQuery_${one}`]] as const,
        )}
        onValue={(value) => setPage('query', value)}
      />
      {comments.page.query === 'listed' && (
        <ListField
          label={say.commentsListed}
          hint=""
          value={comments.page.listed}
          refused={refused('page.listed')}
          onValue={(items) => setPage('listed', items)}
        />
      )}
      <CheckField
        hint=""
        label={say.commentsSlash}
        value={comments.page.ignoreSlash}
        onValue={(value) => setPage('ignoreSlash', value)}
      />
      <CheckField
        hint=""
        label={say.commentsHash}
        value={comments.page.hash}
        onValue={(value) => setPage('hash', value)}
      />
      <ListField
        label={say.commentsHosts}
        hint={say.commentsHostsHint}
        value={comments.page.hosts}
        refused={refused('page.hosts')}
        onValue={(items) => setPage('hosts', items)}
      />
      <NumberField
        label={say.commentsClose}
        hint={say.commentsCloseHint}
        value={comments.closeAfterDays}
        min={0}
        max={3_650}
        refused={refused('closeAfterDays')}
        onValue={(value) => set('closeAfterDays', value)}
      />
      <ListField
        label={say.commentsClosedPaths}
        hint={say.commentsClosedPathsHint}
        value={comments.closedPaths}
        refused={refused('closedPaths')}
        onValue={(items) => set('closedPaths', items)}
      />
    </section>
  );
};

/** How pages of the site are commented on, and what waits for the team. */
export const Comments = () => (
  <>
    <Writing />
    <Moderation />
    <Pages />
  </>
);
