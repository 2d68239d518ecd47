/** A comment with what was replied to it, in the order in which it came. */
export interface Branch<One> {
  comment: One;
  replies: Branch<One>[];
}

interface Placed {
  id: string;
  parent: string | null;
  root: string;
  gone: boolean;
}

const hasText = <One extends Placed>({ comment, replies }: Branch<One>): boolean =>
  !comment.gone || replies.length > 0;

const prune = <One extends Placed>(branches: Branch<One>[]): Branch<One>[] =>
  branches
    .map(({ comment, replies }) => ({ comment, replies: prune(replies) }))
    .filter((branch) => hasText(branch));

/**
 * Builds threads of comments that stand behind those they answer. What is deleted stays where something answers it.
 * Replies deeper than `depth` levels stand on the last one, beside what they answer; who they answer is named then.
 * @param depth levels, 1 for none under another
 */
export const growTree = <One extends Placed>(comments: readonly One[], depth: number): Branch<One>[] => {
  const places = new Map<string, { branch: Branch<One>; level: number; above: Branch<One> | null }>();
  const roots: Branch<One>[] = [];
  for (const comment of comments) {
    const branch: Branch<One> = { comment, replies: [] };
    const parent = comment.parent === null ? undefined : places.get(comment.parent);
    const above = !parent ? null : parent.level < depth ? parent.branch : parent.above;
    (above?.replies ?? roots).push(branch);
    places.set(comment.id, {
      branch,
      level: parent && above ? Math.min(parent.level + 1, depth) : 1,
      above,
    });
  }
  return prune(roots);
};
