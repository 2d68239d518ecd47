import { Tabs } from '../../../core/staff/editing/Page.tsx';
import { part } from '../chosen.ts';
import type { SegmentTexts } from './texts.ts';

/** The parts of the contacts' page: everyone, segments, calls to make. */
export const PartTabs = ({ texts }: { texts: SegmentTexts }) => (
  <Tabs
    tabs={['all', 'segments', 'calls'] as const}
    names={texts}
    shown={part.value}
    onShow={(tab) => (part.value = tab)}
  />
);
