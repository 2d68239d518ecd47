import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with the line that continuous integration reads: `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let skipped = 0;
    let failed = errors.length;
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed++;
        else if (state === 'failed') failed++;
        else skipped++;
      }
      if (module.errors().length) failed++;
    }
    setTimeout(
      () => console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`),
      0,
    );
  }
}
