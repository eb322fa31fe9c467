import { expect, test } from "vitest";
import { z } from "zod";
import { rowRequestId } from "@/lib/import/row-request-id";

test("a row has one request for ever, and no other row has the same", () => {
  expect(rowRequestId(7, 2)).toBe(rowRequestId(7, 2));
  const all = [rowRequestId(7, 2), rowRequestId(7, 3), rowRequestId(72, 3), rowRequestId(7, 23)];
  expect(new Set(all).size).toBe(all.length);
  for (const id of all) expect(z.uuid().safeParse(id).success).toBe(true);
});
