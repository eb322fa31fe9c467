import { expect, test } from "vitest";
import { bulkObstacle, readTicked, tickedValue } from "@/lib/round/bulk-rules";

test("what was ticked comes back as the versions that were seen, each once", () => {
  const value = tickedValue({ id: 7, version: 2 });
  expect(readTicked([value, "8:1", value, "9", "a:b", "-1:1"], ["8", "x"])).toEqual([
    { id: 7, version: 2, isMoneyPublic: false },
    { id: 8, version: 1, isMoneyPublic: true },
  ]);
});

test("what needs a look of its own is not published with others", () => {
  const content = { newStage: null, newCondition: null, note: null };
  const report = { isOwn: false, correctsId: null, content, warnings: [] };
  expect(bulkObstacle(report)).toBeNull();
  expect(bulkObstacle({ ...report, isOwn: true })).toContain("另一位审核员");
  expect(bulkObstacle({ ...report, correctsId: 7 })).toBe("更正已发布的填报");
  expect(bulkObstacle({ ...report, content: { ...content, newStage: "operating" } })).toBe("阶段有变化");
  expect(bulkObstacle({ ...report, content: { ...content, newCondition: "paused" } })).toBe("状况有变化");
  expect(bulkObstacle({ ...report, content: { ...content, note: "配套道路" } })).toContain("写到施工");
  expect(bulkObstacle({ ...report, warnings: ["少了"] })).toBe("数字比上期少");
});
