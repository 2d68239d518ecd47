import type { EditorView } from '@codemirror/view';
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLanguage, useStaff } from '../../../core/staff/context.ts';
import { failureText } from '../../../core/staff/failureText.ts';
import { fill } from '../../../core/text/fill.ts';
import type { ArticleTexts } from '../texts.ts';
import { addPicture, type Places } from './pictures.ts';

/** Pictures that are dropped, pasted or chosen: on their way, or refused. */
export const usePictures = (view: RefObject<EditorView | null>, places: Places, texts: ArticleTexts) => {
  const staff = useStaff();
  const { texts: inboxTexts } = useLanguage();
  const sending = useSignal(0);
  const wrong = useSignal('');

  const addFiles = async (files: readonly File[], at: number): Promise<void> => {
    const pictures = files.filter(({ type }) => type.startsWith('image/'));
    wrong.value = pictures.length < files.length ? texts.notPicture : '';
    for (const file of pictures) {
      if (!view.current) return;
      sending.value++;
      const given = { view: view.current, places, site: staff.membership.site, file, at };
      const failure = await addPicture({ ...given, name: texts.pictureName });
      sending.value--;
      if (failure) wrong.value = fill(texts.pictureBad, { reason: failureText(inboxTexts, failure) });
    }
  };
  return { sending, wrong, addFiles };
};
