import type { EditorView } from '@codemirror/view';
import { uploadStaffAttachment } from '../../../../shared/core/content/attachmentRoutes.ts';
import { newId } from '../../../../shared/core/ids.ts';
import { fillPath } from '../../../../shared/core/route.ts';
import { asCallError, type CallError } from '../../../core/net/client.ts';
import { sendFile, sentName } from '../../../core/staff/sendFile.ts';
import { blockAt } from './markdown.ts';

/** Places that pictures will stand at once they are sent; what is typed meanwhile moves them. */
export type Places = Set<{ at: number }>;

/** Sends a picture. @returns its id. @throws CallError */
const sendPicture = async (site: string, file: File): Promise<string> => {
  const id = newId();
  await sendFile(fillPath(uploadStaffAttachment.path, { site }), { id, name: sentName(file) }, file);
  return id;
};

/** The text for a picture, as its file's name says: the writer finds it selected, to be said better. */
const altOf = ({ name }: File, otherwise: string): string => {
  const words = name
    .replace(/\.\w+$/, '')
    .replace(/[[\]()\\_-]+/g, ' ')
    .trim();
  return !words || /^(?:image|screenshot|img|dsc)?\s*\d*$/i.test(words) ? otherwise : words;
};

/** Sends a picture and puts it behind the line where it was dropped. @returns why it was refused, or null */
export const addPicture = async (given: {
  view: EditorView;
  places: Places;
  site: string;
  file: File;
  at: number;
  name: string;
}): Promise<CallError | null> => {
  const { view, places, file } = given;
  const place = { at: given.at };
  places.add(place);
  try {
    const id = await sendPicture(given.site, file);
    const alt = altOf(file, given.name);
    view.dispatch(
      view.state.update(
        blockAt(view.state, Math.min(place.at, view.state.doc.length), `![${alt}](attachment:${id})`, alt),
      ),
    );
    view.focus();
    return null;
  } catch (error) {
    return asCallError(error);
  } finally {
    places.delete(place);
  }
};
