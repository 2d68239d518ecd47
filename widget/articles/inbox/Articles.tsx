import { useEffect, useState } from 'preact/hooks';
import { newId } from '../../../shared/core/ids.ts';
import { listArticles } from '../../../shared/articles/routes.ts';
import type { ArticleList as Listed } from '../../../shared/articles/schema.ts';
import { useStaff } from '../../core/staff/context.ts';
import '../../core/staff/editing/styles.ts';
import { lazy } from '../../core/staff/lazy.tsx';
import { currentPath, replacePath } from '../../core/staff/router.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { begin } from './begun.ts';
import { ArticleList } from './list/ArticleList.tsx';
import './styles.ts';
import { texts as articleTexts } from './texts.ts';

const ArticleEditor = lazy(async () => (await import('./editor/ArticleEditor.tsx')).ArticleEditor);

const Blocks = lazy(async () => (await import('./blocks/Blocks.tsx')).Blocks);

const WriteNext = lazy(async () => (await import('./next/WriteNext.tsx')).WriteNext);

/** Articles of the team: the list, or the one that the address names. */
export const Articles = () => {
  const staff = useStaff();
  const texts = useFeatureTexts(articleTexts);
  const [list, setList] = useState<Listed | null>(null);
  const [, id] = /^\/inbox\/articles\/([\w-]+)$/.exec(currentPath.value) ?? [];
  const load = async (): Promise<void> => {
    const found = await staff.attempt(staff.call(listArticles, {}));
    if (found) setList(found);
  };
  useEffect(() => {
    if (!id) void load();
  }, [id, staff.otherChanges.value]);
  useEffect(() => {
    // The editor needs the site's topics and languages, whichever page was opened first.
    if (id && !list) void load();
  }, []);
  useEffect(() => {
    if (id !== 'new') return;
    // Begun elsewhere, with the title that its address brings.
    const made = newId();
    begin(made, new URLSearchParams(location.search).get('title') ?? '');
    history.replaceState(null, '', location.pathname);
    replacePath(`/inbox/articles/${made}`);
  }, [id]);
  if (id === 'new') return null;
  if (texts && id === 'next') return <WriteNext texts={texts} />;
  if (!texts || !list) return null;
  if (id === 'blocks') return <Blocks list={list} texts={texts} />;
  return id ? (
    <ArticleEditor key={id} id={id} list={list} texts={texts} />
  ) : (
    <ArticleList list={list} texts={texts} onReload={load} />
  );
};
