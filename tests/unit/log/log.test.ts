import { afterEach, expect, test, vi } from "vitest";
import { log, logger } from "@/lib/log";

afterEach(() => vi.restoreAllMocks());

function linesOf(write: () => void): Record<string, unknown>[] {
  const output = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  write();
  return output.mock.calls.map(([line]) => JSON.parse(String(line)));
}

test("a line is one JSON object with its time, level, message and context", () => {
  const [line] = linesOf(() => logger({ requestId: "r-1" }).warn("slow", { ms: 12, amount: 5n }));
  expect(line).toMatchObject({ level: "warn", message: "slow", requestId: "r-1", ms: 12, amount: "5" });
  expect(line?.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
});

test("secrets and credentials in URLs never reach the log", () => {
  const [line] = linesOf(() =>
    log.error("failed", {
      newPassword: "hunter2",
      headers: { cookie: "session=1" },
      error: new Error("cannot reach postgresql://app:hunter2@db:5432/app"),
    }),
  );
  expect(JSON.stringify(line)).not.toContain("hunter2");
  expect(line).toMatchObject({ newPassword: "[secret]", headers: { cookie: "[secret]" } });
  expect(line).toHaveProperty("error.message", "cannot reach postgresql://db:5432/app");
});

test("what is below the level is not written", () => {
  expect(linesOf(() => log.debug("detail"))).toEqual([]);
});
