import { commentSorts, moderationModes } from '../../../shared/comments/options.ts';
import { CheckField, NumberField, SelectField, TextField } from '../../core/staff/fields.tsx';
import { useConsole, useTexts } from '../context.ts';
import { Copy } from '../Copy.tsx';
import { ListField } from '../ListField.tsx';
import { followLink } from '../../core/staff/router.ts';

/** The settings of comments, and how they are changed. */
const useCommentSettings = () => {
  const model = useConsole();
  const { comments, features } = model.drafted().settings;
  return {
    model,
    comments,
    features,
    set: (key: keyof typeof comments, value: unknown): void =>
      model.set(['settings', 'comments', key], value),
    refused: (path: string) => model.refused(`settings.comments.${path}`),
  };
};

const CommentNumber = (given: { name: 'editMinutes' | 'depth' | 'pictures'; min: number; max: number }) => {
  const { texts } = useTexts();
  const { comments, set, refused } = useCommentSettings();
  const { name } = given;
  return (
    <NumberField
      label={texts[`comments_${name}`]}
      value={comments[name]}
      min={given.min}
      max={given.max}
      refused={refused(name)}
      onValue={(value) => set(name, value)}
    />
  );
};

const Writing = () => {
  const { texts } = useTexts();
  const { model, comments, features, set, refused } = useCommentSettings();
  return (
    <section class="card">
      <CheckField
        label={texts.commentsOn}
        hint={texts.commentsOnHint}
        value={features.comments}
        onValue={(value) => model.set(['settings', 'features', 'comments'], value)}
      />
      <Copy text={'<foyer-comments></foyer-comments>'} label={texts.commentsElement} />
      <TextField
        label={texts.commentsNote}
        hint={texts.commentsNoteHint}
        value={comments.note}
        maxLength={300}
        dir="auto"
        refused={refused('note')}
        onValue={(value) => set('note', value)}
      />
      <SelectField
        label={texts.commentsSort}
        value={comments.sort}
        options={commentSorts.map((sort) => [sort, texts[`commentsSort_${sort}`]] as const)}
        onValue={(value) => set('sort', value)}
      />
      <SelectField
        label={texts.commentsVotes}
        value={comments.votes}
        options={(['off', 'up', 'both'] as const).map((one) => [one, texts[`commentsVotes_${one}`]] as const)}
        onValue={(value) => set('votes', value)}
      />
      <SelectField
        label={texts.commentsName}
        value={comments.name}
        options={(['optional', 'required'] as const).map(
          (one) => [one, texts[`commentsAsked_${one}`]] as const,
        )}
        onValue={(value) => set('name', value)}
      />
      <SelectField
        label={texts.commentsEmail}
        value={comments.email}
        options={(['no', 'optional', 'required'] as const).map(
          (one) => [one, texts[`commentsAsked_${one}`]] as const,
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
  const { texts } = useTexts();
  const { comments, set, refused } = useCommentSettings();
  return (
    <section class="card" aria-labelledby="comments-moderation">
      <h2 id="comments-moderation">{texts.commentsModeration}</h2>
      <SelectField
        label={texts.commentsMode}
        hint={texts.commentsModeHint}
        value={comments.moderation}
        options={moderationModes.map((mode) => [mode, texts[`commentsMode_${mode}`]] as const)}
        onValue={(value) => set('moderation', value)}
      />
      <p>
        <a href="/inbox/console/moderation" onClick={followLink}>
          {texts.commentsRules}
        </a>
      </p>
      <ListField
        label={texts.commentsAlert}
        hint={texts.commentsAlertHint}
        value={comments.alert}
        refused={refused('alert')}
        onValue={(items) => set('alert', items)}
      />
    </section>
  );
};

/** Which addresses are one page, and when a page is closed. */
const Pages = () => {
  const { texts } = useTexts();
  const { model, comments, set, refused } = useCommentSettings();
  const setPage = (key: keyof typeof comments.page, value: unknown): void =>
    model.set(['settings', 'comments', 'page', key], value);
  return (
    <section class="card" aria-labelledby="comments-pages">
      <h2 id="comments-pages">{texts.commentsPages}</h2>
      <p class="quiet">{texts.commentsPagesLead}</p>
      <SelectField
        label={texts.commentsQuery}
        value={comments.page.query}
        options={(['ignore', 'listed', 'keep'] as const).map(
          (one) => [one, texts[`commentsQuery_${one}`]] as const,
        )}
        onValue={(value) => setPage('query', value)}
      />
      {comments.page.query === 'listed' && (
        <ListField
          label={texts.commentsListed}
          hint=""
          value={comments.page.listed}
          refused={refused('page.listed')}
          onValue={(items) => setPage('listed', items)}
        />
      )}
      <CheckField
        hint=""
        label={texts.commentsSlash}
        value={comments.page.ignoreSlash}
        onValue={(value) => setPage('ignoreSlash', value)}
      />
      <CheckField
        hint=""
        label={texts.commentsHash}
        value={comments.page.hash}
        onValue={(value) => setPage('hash', value)}
      />
      <ListField
        label={texts.commentsHosts}
        hint={texts.commentsHostsHint}
        value={comments.page.hosts}
        refused={refused('page.hosts')}
        onValue={(items) => setPage('hosts', items)}
      />
      <NumberField
        label={texts.commentsClose}
        hint={texts.commentsCloseHint}
        value={comments.closeAfterDays}
        min={0}
        max={3_650}
        refused={refused('closeAfterDays')}
        onValue={(value) => set('closeAfterDays', value)}
      />
      <ListField
        label={texts.commentsClosedPaths}
        hint={texts.commentsClosedPathsHint}
        value={comments.closedPaths}
        refused={refused('closedPaths')}
        onValue={(items) => set('closedPaths', items)}
      />
    </section>
  );
};

/** Settings of comments, and what waits for the team. */
export const Comments = () => (
  <>
    <Writing />
    <Moderation />
    <Pages />
  </>
);
