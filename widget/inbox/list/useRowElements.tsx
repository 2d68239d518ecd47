import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import type { List } from './list.ts';
import { Row } from './Row.tsx';

/** Elements kept; what was scrolled past long ago is made anew. */
const maxElements = 400;

/**
 * Makes rows. Elements of rows that have not changed are the same elements: Preact then leaves them alone, and scrolling
 * costs what comes into sight.
 * @param size rows of the whole list; -1 while not all are known
 */
export const useRowElements = (list: List, size: number) => {
  const elements = useRef(new Map<string, { item: InboxConversation; given: string; element: VNode }>());
  return (item: InboxConversation, place: number): VNode => {
    const found = list.found.value.get(item.id);
    const given = `${place} ${size} ${found ? list.query.value : ''}`;
    const known = elements.current.get(item.id);
    if (known?.item === item && known.given === given) return known.element;
    const made = <Row key={item.id} item={item} found={found} place={place} size={size} />;
    if (elements.current.size > maxElements) elements.current.clear();
    elements.current.set(item.id, { item, given, element: made });
    return made;
  };
};
