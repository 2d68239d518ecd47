import { useEffect, useState } from 'preact/hooks';
import { groupsOf, readySegments } from '../../../../shared/contacts/segments/fields.ts';
import {
  deleteSegment,
  listSegments,
  previewSegment,
  putSegment,
} from '../../../../shared/contacts/segments/routes.ts';
import type {
  PreviewReply,
  Segment,
  SegmentList,
  SegmentRule,
} from '../../../../shared/contacts/segments/schema.ts';
import { newId } from '../../../../shared/core/ids.ts';
import { useStaff } from '../../../core/staff/context.ts';
import { linkedSegment } from '../chosen.ts';
import { isComplete } from './fieldKinds.ts';
import type { SegmentTexts } from './texts.ts';

/** The segment on screen: one that comes ready-made, one of the team's, or one that isn't saved yet. */
export interface Shown extends Segment {
  isReady: boolean;
}

const readyOf = (texts: SegmentTexts): Shown[] =>
  readySegments.map(({ id, key, purpose, conditions }) => ({
    id,
    name: texts[key],
    purpose,
    conditions,
    isReady: true,
  }));

const blank = (): Shown => ({
  id: newId(),
  name: '',
  purpose: 'look',
  conditions: [{ name: 'silentDays', how: 'above', value: '30' }],
  isReady: false,
});

/** Segments, the one that's shown, and who fits it now. */
export const useSegment = (texts: SegmentTexts) => {
  const staff = useStaff();
  const ready = readyOf(texts);
  const [list, setList] = useState<SegmentList | null>(null);
  const [shown, setShown] = useState<Shown>(ready[0] ?? blank());
  const [found, setFound] = useState<PreviewReply | null>(null);
  const { purpose, conditions, alternatives } = shown;
  const rule: SegmentRule = { purpose, conditions, ...(alternatives?.length && { alternatives }) };
  const isWhole = groupsOf(shown).flat().every(isComplete);
  const reload = async (): Promise<SegmentList | null> => {
    const next = await staff.attempt(staff.call(listSegments, {}));
    if (next) setList(next);
    return next;
  };
  useEffect(() => {
    const linked = linkedSegment();
    void reload().then((next) => {
      const found = next?.segments.find(({ id }) => id === linked);
      if (found) setShown({ ...found, isReady: false });
    });
  }, []);
  useEffect(() => {
    let isStale = false;
    if (isWhole)
      void staff.attempt(staff.call(previewSegment, { body: rule })).then((next) => {
        if (next && !isStale) setFound(next);
      });
    else setFound(null);
    return () => {
      isStale = true;
    };
  }, [JSON.stringify(rule)]);
  return {
    ready,
    list,
    shown,
    rule,
    found,
    isWhole,
    choose(id: string): void {
      const own = list?.segments.find((one) => one.id === id);
      setShown(ready.find((one) => one.id === id) ?? (own ? { ...own, isReady: false } : blank()));
    },
    /** Changes it; a ready-made one becomes a new one of the team's. */
    change(part: Partial<Shown>): void {
      setShown({ ...shown, ...(shown.isReady && { id: newId(), name: '' }), ...part, isReady: false });
    },
    async more(): Promise<void> {
      if (!found?.next) return;
      const next = await staff.attempt(staff.call(previewSegment, { body: { ...rule, after: found.next } }));
      if (next) setFound({ ...next, contacts: [...found.contacts, ...next.contacts] });
    },
    async save(): Promise<boolean> {
      const { id: segment, name, watched = false, notify } = shown;
      const saved = await staff.attempt(
        staff.call(putSegment, {
          path: { segment },
          body: { name, watched, ...(notify && { notify }), ...rule },
        }),
      );
      if (saved) await reload();
      return saved !== null;
    },
    async remove(): Promise<void> {
      const gone = await staff.attempt(staff.call(deleteSegment, { path: { segment: shown.id } }));
      if (!gone) return;
      await reload();
      setShown(ready[0] ?? blank());
    },
  };
};

export type SegmentModel = ReturnType<typeof useSegment>;
