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

const hasWords = <One extends Placed>({ comment, replies }: Branch<One>): boolean =>
  !comment.gone || replies.length > 0;

const prune = <One extends Placed>(branches: Branch<One>[]): Branch<One>[] =>
  branches
    .map(({ comment, replies }) => ({ comment, replies: prune(replies) }))
    .filter((branch) => hasWords(branch));

/**
 * Builds threads of comments that stand behind those they answer. What is deleted stays where something answers it.
 * Replies deeper than `depth` levels stand on the last one, beside what they answer; who they answer is named then.
 * @param depth levels, 1 for none under another
 */
export const growTree = <One extends Placed>(comments: readonly One[], depth: number): Branch<One>[] => {
  const branches = new Map<string, Branch<One>>();
  const levels = new Map<string, { level: number; above: string | null }>();
  const roots: Branch<One>[] = [];
  for (const comment of comments) {
    const branch: Branch<One> = { comment, replies: [] };
    branches.set(comment.id, branch);
    const parent = comment.parent === null ? undefined : branches.get(comment.parent);
    if (!parent) {
      roots.push(branch);
      levels.set(comment.id, { level: 1, above: null });
      continue;
    }
    const { level, above } = levels.get(comment.parent!)!;
    const under = level < depth ? comment.parent! : above;
    if (under === null) roots.push(branch);
    else branches.get(under)!.replies.push(branch);
    levels.set(comment.id, { level: under === null ? 1 : Math.min(level + 1, depth), above: under });
  }
  return prune(roots);
};
