import type { Attachment } from '../../../shared/core/content/attachments.ts';
import type { Texts } from '../text/i18n.ts';
import { useLocalSignal, useMountEffect } from '../ui/hooks.ts';
import { Picture } from '../ui/Picture.tsx';
import { Icon } from '../ui/parts.tsx';
import type { Files } from './files.ts';
import { fileSizeText } from './fileSize.ts';
import { file as fileIcon } from './icons.ts';

/** Maximum side of a small picture, CSS pixels. */
const maxSide = 240;

const pictureWidth = ({ width, height }: Attachment): number =>
  // biome-ignore lint/style/noNonNullAssertion: only pictures of a known size are drawn
  Math.round(width! * Math.min(1, maxSide / Math.max(width!, height!)));

/** A file that a message carries: a picture as its small self, anything else by its name. */
export const FileView = ({ texts, files, file }: { texts: Texts; files: Files; file: Attachment }) => {
  const small = useLocalSignal<ImageBitmap | null | undefined>(file.width === null ? null : undefined);
  const failed = useLocalSignal(false);
  const picture = small.value;
  const isPicture = file.width !== null;
  useMountEffect(() => {
    let gone = false;
    if (isPicture)
      files.thumbnail(file).then(
        (bitmap) => {
          if (!gone) small.value = bitmap;
        },
        // It is shown by its name, and can be opened by it.
        () => {
          small.value = null;
        },
      );
    return () => {
      gone = true;
    };
  });
  const open = (): void => {
    failed.value = false;
    files.open(file).catch(() => {
      failed.value = true;
    });
  };
  return (
    <>
      <button
        type="button"
        class={picture === null ? 'file' : 'picture'}
        onClick={open}
        title={file.name}
        // Its room is there before it is: nothing moves when it comes.
        style={
          picture === null
            ? undefined
            : {
                inlineSize: `min(100%, ${pictureWidth(file)}px)`,
                aspectRatio: `${file.width} / ${file.height}`,
              }
        }
      >
        {picture === undefined ? (
          <span class="unseen">{file.name}</span>
        ) : picture ? (
          <Picture bitmap={picture} name={file.name} />
        ) : (
          <>
            <Icon path={fileIcon} />
            <span class="words">
              <bdi>{file.name}</bdi>
              <span class="soft">{fileSizeText(texts.region, file.size)}</span>
            </span>
          </>
        )}
      </button>
      {failed.value && (
        <p class="mark soft" role="status">
          {texts.get('fileNotRead')}
        </p>
      )}
    </>
  );
};
