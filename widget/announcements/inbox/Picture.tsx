import { useSignal } from '@preact/signals';
import { uploadStaffAttachment } from '../../../shared/core/content/attachmentRoutes.ts';
import { newId } from '../../../shared/core/ids.ts';
import { fillPath } from '../../../shared/core/route.ts';
import { asCallError } from '../../core/net/client.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import { FileButton } from '../../core/staff/FileButton.tsx';
import { failureText } from '../../core/staff/failureText.ts';
import { sendFile, sentName } from '../../core/staff/sendFile.ts';
import { fill } from '../../core/text/fill.ts';
import type { StaffTexts } from './texts.ts';

/** A picture of one's own, sent at once; that it was refused is said with the reason. */
export const Picture = ({
  image,
  path,
  texts,
  onImage,
}: {
  image: string | null;
  path: string | undefined;
  texts: StaffTexts;
  onImage(image: string | null): void;
}) => {
  const staff = useStaff();
  const { texts: inboxTexts } = useLanguage();
  const busy = useSignal(false);
  const wrong = useSignal('');
  const take = async (file: File): Promise<void> => {
    busy.value = true;
    wrong.value = '';
    const id = newId();
    try {
      await sendFile(
        fillPath(uploadStaffAttachment.path, { site: staff.membership.site }),
        { id, name: sentName(file) },
        file,
      );
      onImage(id);
    } catch (error) {
      wrong.value = failureText(inboxTexts, asCallError(error));
    }
    busy.value = false;
  };
  return (
    <div class="field">
      {image && path && <img src={path} alt="" style={{ maxInlineSize: '240px' }} />}
      <FileButton
        label={image ? texts.changeImage : texts.addImage}
        accept="image/*"
        disabled={busy.value}
        onFile={(file) => void take(file)}
      />
      {wrong.value && (
        <p class="wrong" role="alert">
          {fill(texts.imageBad, { reason: wrong.value })}
        </p>
      )}
      {image && (
        <button type="button" class="link" onClick={() => onImage(null)}>
          {texts.noImage}
        </button>
      )}
    </div>
  );
};
