import { lazySection } from '../lazySection.tsx';
import { useConsole } from '../context.ts';
import { LookFields } from '../LookFields.tsx';

const Brand = lazySection(async () => (await import('../brand/Brand.tsx')).Brand);

/** The look of the widget, of public pages and of mails. */
export const Look = () => {
  const model = useConsole();
  return (
    <>
      <section class="card">
        <LookFields
          theme={model.drafted().settings.theme}
          all
          refused={(key) => model.refused(`settings.theme.${key}`)}
          set={(key, value) => model.set(['settings', 'theme', key], value)}
        />
      </section>
      <Brand />
    </>
  );
};
