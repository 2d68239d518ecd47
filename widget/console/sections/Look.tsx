import { useConsole } from '../context.ts';
import { LookFields } from '../LookFields.tsx';

export const Look = () => {
  const model = useConsole();
  return (
    <section class="card">
      <LookFields
        theme={model.drafted().settings.theme}
        all
        refused={(key) => model.refused(`settings.theme.${key}`)}
        set={(key, value) => model.set(['settings', 'theme', key], value)}
      />
    </section>
  );
};
