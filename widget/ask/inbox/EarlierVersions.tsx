import type { ComponentChildren } from 'preact';
import { useLanguage } from '../../core/staff/context.ts';
import type { AnswerTexts } from './texts.ts';

/** A version that was replaced: when, and by whom. */
interface Version {
  id: string;
  at: number;
  byStaff: boolean;
}

/** Earlier versions of something that was written, the newest first; null while they load. */
export const EarlierVersions = <One extends Version>({
  versions,
  texts,
  words,
}: {
  versions: readonly One[] | null;
  texts: AnswerTexts;
  words(version: One): ComponentChildren;
}) => {
  const { tag } = useLanguage();
  if (versions?.length === 0) return <p class="quiet">{texts.noHistory}</p>;
  return (
    <>
      {versions?.map((version) => (
        <div key={version.id}>
          <p class="quiet">
            {version.byStaff ? texts.replacedByTeam : texts.replacedByAuthor}
            {', '}
            <time dateTime={new Date(version.at).toISOString()}>
              {new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(version.at)}
            </time>
          </p>
          <blockquote dir="auto">{words(version)}</blockquote>
        </div>
      ))}
    </>
  );
};
