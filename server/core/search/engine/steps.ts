/** Takes all steps of a build or a merge at once. @returns what they end with */
export function drain<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Says whether so much time has passed since now; undefined never does. */
export function deadline(milliseconds: number | undefined): () => boolean {
  if (milliseconds === undefined) return () => false;
  const end = performance.now() + milliseconds;
  return () => performance.now() > end;
}
