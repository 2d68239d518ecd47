import { linksFor } from '../../../shared/core/brand/brand.ts';
import type { BrandImage } from '../../../shared/core/brand/schema.ts';
import { readableOn } from '../../../shared/core/colour.ts';
import { mainLanguage } from '../../../shared/core/languages.ts';
import { useConsole } from '../context.ts';
import { picturePath } from './BrandPicture.tsx';
import type { BrandTexts } from './texts.ts';

/** Backgrounds of public pages, as their stylesheet has them. */
const paper = { light: '#fbfbf9', dark: '#1b201d' } as const;

/** Top and bottom of a public page as the draft makes them. */
const Page = ({ look, texts, siteKey }: { look: keyof typeof paper; texts: BrandTexts; siteKey: string }) => {
  const { name, settings } = useConsole().drafted();
  const { brand, theme } = settings;
  const logo: BrandImage | null =
    look === 'dark' ? (brand.logoDark ?? brand.logo) : (brand.logo ?? brand.logoDark);
  const tag = mainLanguage(settings);
  return (
    <div class={`brand-page ${look}`} style={{ '--page-link': readableOn(theme.accent, paper[look]) }}>
      <div class="brand-bar">
        <span class="brand-name">
          {logo && (
            <img
              src={picturePath(siteKey, logo)}
              alt={brand.showName ? '' : name}
              width={Math.round(logo.width / 4)}
              height={Math.round(logo.height / 4)}
            />
          )}
          {(!logo || brand.showName) && (
            <strong>
              <bdi>{name}</bdi>
            </strong>
          )}
        </span>
        <span class="brand-row">
          {[
            texts.previewQuestions,
            texts.previewAsk,
            ...linksFor(brand.headerLinks, tag).map((link) => link.label),
          ].map((label, index) => (
            <bdi key={`${index}`}>{label}</bdi>
          ))}
        </span>
      </div>
      <div class="brand-lines" aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
      <div class="brand-row">
        {linksFor(brand.footerLinks, tag).map((link, index) => (
          <bdi key={`${index}`}>{link.label}</bdi>
        ))}
      </div>
    </div>
  );
};

/** Public pages as they will look, on each background that readers may have. */
export const PagePreview = ({ texts, siteKey }: { texts: BrandTexts; siteKey: string }) => {
  const { appearance } = useConsole().drafted().settings.theme;
  const looks = appearance === 'auto' ? (['light', 'dark'] as const) : [appearance];
  return (
    <div class="brand-preview" role="group" aria-label={texts.preview}>
      {looks.map((look) => (
        <figure key={look}>
          <figcaption class="quiet">{look === 'light' ? texts.previewLight : texts.previewDark}</figcaption>
          <Page look={look} texts={texts} siteKey={siteKey} />
        </figure>
      ))}
    </div>
  );
};
