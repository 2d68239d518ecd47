import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a run with the line that continuous integration reads: `N passed, N failed`. Before it, the tests that passed
 * on a second try only: each of them hides a fault of the test or of the product.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const unsteady: string[] = [];
    let passed = 0;
    let skipped = 0;
    let failed = errors.length;
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state, errors = [] } = test.result();
        if (test.diagnostic()?.flaky)
          unsteady.push(
            `${module.relativeModuleId} > ${test.fullName}\n${errors[0]?.stack ?? errors[0]?.message ?? ''}\n${errors[0]?.diff ?? ''}`,
          );
        if (state === 'passed') passed++;
        else if (state === 'failed') failed++;
        else skipped++;
      }
      if (module.errors().length) failed++;
    }
    setTimeout(() => {
      for (const name of unsteady) console.log(`passed on a second try only, look into it: ${name}`);
      console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
    }, 0);
  }
}
