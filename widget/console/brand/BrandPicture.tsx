import { useSignal } from '@preact/signals';
import { uploadBrandImage } from '../../../shared/core/brand/routes.ts';
import type { BrandKind } from '../../../shared/core/brand/brand.ts';
import type { BrandImage, BrandImageReply } from '../../../shared/core/brand/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import { fillPath } from '../../../shared/core/route.ts';
import { asCallError, type CallError } from '../../core/net/client.ts';
import { FileButton } from '../../core/staff/FileButton.tsx';
import { sendFile } from '../../core/staff/sendFile.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { problemText } from '../failure.ts';
import type { BrandTexts } from './texts.ts';

/** The path of a picture that was sent. */
export const picturePath = (siteKey: string, { id }: BrandImage): string => `/sites/${siteKey}/images/${id}`;

const spoken = ['too_many_pixels', 'too_complex', 'not_allowed'] as const;

/** The reason of a refusal in the words of this page, or null where it is none of the picture's. */
const reasonOf = (texts: BrandTexts, error: CallError): string | null => {
  if (error.code === 'too_large') return texts.refused_too_large;
  const code = spoken.find((one) => error.fields['file'] === one);
  return code ? texts[`refused_${code}`] : null;
};

/** One picture of the site's look: shown as it will be, replaced or removed. */
export const BrandPicture = ({
  kind,
  image,
  siteKey,
  texts,
  refused,
  onImage,
}: {
  kind: BrandKind;
  image: BrandImage | null;
  siteKey: string;
  texts: BrandTexts;
  refused: boolean;
  onImage(image: BrandImage | null): void;
}) => {
  const { membership } = useConsole();
  const { texts: consoleTexts } = useTexts();
  const busy = useSignal(false);
  const wrong = useSignal('');
  const take = async (file: File): Promise<void> => {
    busy.value = true;
    wrong.value = '';
    try {
      const path = fillPath(uploadBrandImage.path, { site: membership.site });
      const reply = (await sendFile(path, { id: newId(), kind }, file)) as BrandImageReply;
      onImage(reply.image);
    } catch (error) {
      const failure = asCallError(error);
      const reason = reasonOf(texts, failure);
      wrong.value = reason ? fill(texts.refused, { reason }) : problemText(consoleTexts, failure);
    }
    busy.value = false;
  };
  const name = texts[kind];
  return (
    <div class="brand-picture" role="group" aria-label={name}>
      <div class={`brand-shown ${kind}`}>
        {image ? (
          <img src={picturePath(siteKey, image)} alt={name} width={image.width} height={image.height} />
        ) : (
          <span class="quiet">{texts.none}</span>
        )}
      </div>
      <div class="brand-words">
        <strong>{name}</strong>
        <p class="quiet">{texts[`${kind}Hint`]}</p>
        <div class="brand-actions">
          <FileButton
            label={image ? texts.change : texts.add}
            named={fill(image ? texts.changeNamed : texts.addNamed, { name })}
            accept="image/png,image/jpeg,image/webp,image/avif,image/gif"
            disabled={busy.value}
            onFile={(file) => void take(file)}
          />
          {image && (
            <button
              type="button"
              class="link"
              aria-label={fill(texts.removeNamed, { name })}
              onClick={() => onImage(null)}
            >
              {texts.remove}
            </button>
          )}
        </div>
        {(wrong.value || refused) && (
          <p class="wrong" role="alert">
            {wrong.value || fill(texts.refused, { reason: '' }).trim()}
          </p>
        )}
      </div>
    </div>
  );
};
