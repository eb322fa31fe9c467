/** A failure that the operator can mend: its message is one line that says how. No stack is shown. */
export class OperatorError extends Error {}

/** @type {(() => unknown)[]} */
const cleanups = [];
/** @type {Promise<void> | undefined} */
let ending;

/**
 * Runs when the command ends, whether it succeeds, fails or is stopped by a signal; last registered, first run.
 * @param {() => unknown} cleanup
 */
export function atEnd(cleanup) {
  cleanups.push(cleanup);
}

/**
 * Runs a command from its arguments to its exit code, cleaning up on every way out.
 * @param {(args: string[]) => Promise<number | void>} main resolves to the exit code, 0 when it says nothing
 * @param {{ interruptedExitCode?: number }} [options]
 */
export async function runCommand(main, { interruptedExitCode = 0 } = {}) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(interruptedExitCode));
  onDeathOfNpm(() => end(interruptedExitCode));
  try {
    await end((await main(process.argv.slice(2))) ?? 0);
  } catch (error) {
    if (!ending) console.error(error instanceof OperatorError ? `✗ ${error.message}` : error);
    await end(1);
  }
}

/** npm runs us below a shell that a signal ends without reaching us: the death of our parent is the signal. */
function onDeathOfNpm(react) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && react(), 250).unref();
}

/** A second signal, or a failure caused by stopping, waits for the first ending and keeps its exit code. */
async function end(exitCode) {
  if (ending) return ending;
  ending = cleanUp();
  await ending;
  process.exit(exitCode);
}

async function cleanUp() {
  for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) {
    try {
      await cleanup();
    } catch (error) {
      console.error(error);
    }
  }
}
