import { shanghaiWallClock } from "@/lib/format/shanghai-day.mjs";

// Plain JavaScript, because the page cache runs unbundled.
export { shanghaiDay } from "@/lib/format/shanghai-day.mjs";

/** "YYYY-MM-DD HH:mm" in Asia/Shanghai, 24 h. */
export function formatInstant(instant: Date): string {
  return shanghaiWallClock(instant).slice(0, 16).replace("T", " ");
}

/** "YYYY-MM-DD HH:mm:ss" in Asia/Shanghai, 24 h. */
export function formatInstantToSecond(instant: Date): string {
  return shanghaiWallClock(instant).slice(0, 19).replace("T", " ");
}
