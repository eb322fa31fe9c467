/**
 * Announces the steps of a command, one line each: `[2/8] 依赖 … 12.3 s（已安装）`.
 * @param {number} total
 */
export function countSteps(total) {
  let done = 0;

  /**
   * @template T
   * @param {string} name
   * @param {(note: (text: string) => void) => Promise<T> | T} work `note` adds a word to the line
   * @returns {Promise<T>}
   */
  return async function step(name, work) {
    const started = performance.now();
    const notes = [];
    done += 1;
    process.stdout.write(`[${done}/${total}] ${name} … `);
    try {
      const result = await work((text) => notes.push(text));
      console.log(`${seconds(started)}${notes.length > 0 ? `（${notes.join("，")}）` : ""}`);
      return result;
    } catch (error) {
      console.log(`${seconds(started)} 失败`);
      throw error;
    }
  };
}

/** Time since `started` as people read it: `12.3 s`. */
function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
