import { expect, test } from "vitest";
import { tagsOfPath } from "@/lib/page-cache/page-cache-tags.mjs";

test.each([
  ["/zh/projects/P2015-05", ["project:P2015-05"]],
  ["/open-data/project/P2015-05", ["project:P2015-05"]],
  ["/open-data/projects/all", ["register"]],
  ["/zh", ["register"]],
  ["/zh/register/stage-signed", ["register"]],
  ["/zh/agreements/A2015-02", ["register"]],
  ["/_not-found", []],
])("%s depends on %j", (path, tags) => {
  expect(tagsOfPath(path)).toEqual(tags);
});
