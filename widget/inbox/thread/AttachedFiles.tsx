import { UploadList } from '../../core/conversations/UploadList.tsx';
import { refusalKey, type Upload } from '../../core/net/uploads.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import { Icon, IconButton } from '../../core/staff/Icon.tsx';
import { useInbox } from '../context.ts';

/** Files that the next message will carry. */
export const AttachedFiles = ({ items }: { items: readonly Upload[] }) => {
  const { uploads } = useInbox();
  const { texts, tag } = useLanguage();
  const stateText = ({ state, progress, error }: Upload): string => {
    if (state === 'refused') return texts[refusalKey(error)];
    if (state === 'waiting') return texts.notSent;
    if (state === 'sent') return texts.fileReady;
    return new Intl.NumberFormat(tag, { style: 'percent' }).format(progress);
  };
  return (
    <UploadList
      label={texts.files}
      items={items}
      state={stateText}
      mark={<Icon name="file" />}
      actions={({ id, name, state }) => (
        <>
          {state === 'waiting' && (
            <button type="button" class="link" onClick={() => uploads.retry(id)}>
              {texts.tryAgain}
            </button>
          )}
          <IconButton
            icon="close"
            label={fill(texts.removeFile, { name })}
            onClick={() => uploads.remove(id)}
          />
        </>
      )}
    />
  );
};
