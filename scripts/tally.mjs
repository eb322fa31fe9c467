import { OperatorError } from "./command.mjs";
import { countSteps } from "./steps.mjs";

/**
 * Runs checks one after the other, each to its end, and keeps the count for the last line.
 * @param {number} total number of checks
 */
export function tallyChecks(total) {
  const step = countSteps(total);
  const sum = { passed: 0, failed: 0 };

  return {
    /**
     * @param {string} name
     * @param {() => Promise<import("./checks.mjs").Outcome>} work
     * @returns {Promise<boolean>} whether all of it passed
     */
    async check(name, work) {
      const { passed, failed, output } = await step(name, async (note) => {
        const outcome = await orFailure(work);
        note(
          outcome.failed > 0 ? `${outcome.passed} 通过，${outcome.failed} 失败` : `${outcome.passed} 通过`,
        );
        return outcome;
      });
      sum.passed += passed;
      sum.failed += failed;
      if (failed > 0) console.log(output.trimEnd());
      return failed === 0;
    },
    /** Prints the last line; returns the exit code. */
    finish() {
      console.log(`${sum.passed} passed, ${sum.failed} failed`);
      return sum.failed === 0 ? 0 : 1;
    },
  };
}

async function orFailure(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return { passed: 0, failed: 1, output: error.message };
  }
}
