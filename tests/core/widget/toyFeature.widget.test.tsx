import { render } from 'preact';
import { afterEach, beforeEach, test, vi } from 'vitest';
import type { PanelFeature } from '../../../widget/core/feature.ts';
import { useStaff } from '../../../widget/core/staff/context.ts';
import { languageNames } from '../../../shared/core/languages.ts';
import type { NameByLanguage, StaffFeature } from '../../../widget/core/staff/feature.ts';
import { lazy } from '../../../widget/core/staff/lazy.tsx';
import { loadLanguage } from '../../../widget/core/staff/i18n.ts';
import { go } from '../../../widget/core/staff/router.ts';
import { staffFeatures } from '../../../widget/inbox/features.ts';
import { StaffPage } from '../../../widget/inbox/StaffPage.tsx';
import { panelFeatures } from '../../../widget/panel/features.ts';
import { start } from '../../../widget/panel/panel.ts';
import { fakeServer, makeHost, openStream, until } from './fakeServer.ts';

/* A feature touches its folders and one line of each list: the lists are all that knows of it. */

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
});
afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const toyForVisitors: PanelFeature = {
  name: 'toy',
  label: () => 'Play with a toy',
  loadConversationView: async () => ({
    open:
      async (surface) =>
      ({ id }) => <p>{`A toy for ${surface.context.settings.name}: ${id}`}</p>,
  }),
  loadHomeSection: async () => ({
    loadSection: async () => ({ above: () => null, below: () => <p>New toys have arrived</p> }),
  }),
};

test('a panel view that is added to the list is on home, and opens from there', async () => {
  fakeServer(() => ({ body: { announcements: [] } }));
  const { host, panel } = makeHost();
  const handle = start(host, [...panelFeatures, toyForVisitors]);
  await handle.open();
  await until(() => panel()?.textContent?.includes('New toys have arrived'));
  const button = [...panel()!.querySelectorAll('button')].find(
    (each) => each.textContent === 'Play with a toy',
  );
  button!.click();
  await until(() => panel()!.textContent?.includes('A toy for Kettle & Crane: toy'));
  handle.destroy();
});

const Toys = () => {
  const { membership } = useStaff();
  return <h2>{`The toys of ${membership.name}`}</h2>;
};
const names = Object.fromEntries(Object.keys(languageNames).map((tag) => [tag, 'Toys'])) as NameByLanguage;
const toyForStaff: StaffFeature = {
  kind: 'toy',
  names,
  page: {
    path: 'toys',
    names,
    icon: 'kind',
    Part: lazy(async () => Toys),
  },
};

test('an inbox section that is added to the list has its link and its page', async () => {
  const me = {
    id: 'u1',
    name: 'Mara',
    email: 'mara@example.com',
    memberships: [{ site: 's1', key: 'demo', name: 'Kettle & Crane', role: 'owner' }],
  };
  fakeServer(({ path }) => {
    if (path.endsWith('/me')) return { body: me };
    if (path.endsWith('/live')) return openStream().response;
    if (path.endsWith('/overview'))
      return { body: { counts: {}, kinds: [], labels: [], teams: [], searches: [], people: [] } };
    return { body: { conversations: [], next: null, cursor: 1 } };
  });
  const ground = document.createElement('div');
  document.body.append(ground);
  go('/inbox');
  render(
    <StaffPage language={await loadLanguage(['en'])} features={[...staffFeatures, toyForStaff]} />,
    ground,
  );
  const link = () => [...ground.querySelectorAll('a')].find((each) => each.textContent === 'Toys');
  await until(link);
  link()!.click();
  await until(() => ground.textContent?.includes('The toys of Kettle & Crane'));
  render(null, ground);
});
