import { brandKinds, maxFooterLinks, maxHeaderLinks } from '../../../shared/core/brand/brand.ts';
import { CheckField } from '../../core/staff/fields.tsx';
import { useConsole } from '../context.ts';
import { BrandPicture } from './BrandPicture.tsx';
import { LinkList } from './LinkList.tsx';
import { PagePreview } from './PagePreview.tsx';
import { useBrandTexts } from './texts.ts';
import './styles.ts';

/** The site's own look on public pages and in mails: pictures, links, and what comes of them. */
export const Brand = () => {
  const model = useConsole();
  const texts = useBrandTexts();
  if (!texts) return null;
  const { brand } = model.drafted().settings;
  const { key } = model.loaded();
  return (
    <section class="card" aria-labelledby="brand">
      <h2 id="brand">{texts.title}</h2>
      <p class="quiet">{texts.lead}</p>
      <PagePreview texts={texts} siteKey={key} />
      {brandKinds.map((kind) => (
        <BrandPicture
          key={kind}
          kind={kind}
          image={brand[kind]}
          siteKey={key}
          texts={texts}
          refused={model.refused(`settings.brand.${kind}`) !== undefined}
          onImage={(image) => model.set(['settings', 'brand', kind], image)}
        />
      ))}
      <div class="brand-links">
        <CheckField
          label={texts.showName}
          hint={texts.showNameHint}
          value={brand.showName}
          onValue={(on) => model.set(['settings', 'brand', 'showName'], on)}
        />
      </div>
      <LinkList name="headerLinks" hint={texts.headerHint} max={maxHeaderLinks} texts={texts} />
      <LinkList name="footerLinks" hint={texts.footerHint} max={maxFooterLinks} texts={texts} />
    </section>
  );
};
