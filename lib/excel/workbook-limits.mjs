/** What a workbook may be, so that reading one costs a bounded time and memory whatever it holds. */
export const workbookLimits = {
  bytes: 10 * 1024 * 1024,
  entries: 200,
  /** Of all entries together, as the directory says and as counted while inflating. */
  inflatedBytes: 100 * 1024 * 1024,
  /** Inflated ÷ stored of one entry; sheets full of the same words reach 60. */
  ratio: 200,
  /** Smaller entries may be as repetitive as they like. */
  ratioCountsFromBytes: 1024 * 1024,
  rows: 10_000,
  columns: 200,
  heapMegabytes: 256,
  seconds: 30,
};

/** A workbook that is not read; `reason` is a key of the sentences in lib/text. */
export class WorkbookRefusal extends Error {
  /**
   * @param {string} reason
   * @param {string} [detail] the cells, the number
   */
  constructor(reason, detail = "") {
    super(`${reason} ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}
