import { beforeAll, expect, it } from "vitest";
import { holdsOnlyNames } from "@/lib/source/cited-things";
import { getPublicSource, listPublicSources } from "@/lib/source/source-queries";
import { loadFacts } from "../../support/facts";

const slug = "report-2015-08-10";

async function report() {
  const source = await getPublicSource(slug);
  if (!source) throw new Error("The report is missing");
  return source;
}

beforeAll(loadFacts);

it("the report is the only source, and every project has something from it", async () => {
  expect(await listPublicSources()).toMatchObject([{ slug, publishedOn: "2015-08-10", projectCount: 14 }]);
});

it("publisher and address are not stated", async () => {
  const { publisher, url, printedDate } = await report();
  expect({ publisher, url, printedDate }).toEqual({
    publisher: null,
    url: null,
    printedDate: "10.08.2015 10:35",
  });
});

it("the people whom it names are listed with their office and paragraph", async () => {
  const { persons } = await report();
  expect(persons.map(({ name, paragraphs }) => [name, paragraphs])).toEqual([
    ["王晓光", [3, 14]],
    ["刘若鹏", [7]],
    ["陈敏尔", [10]],
    ["史立功", [17]],
  ]);
});

it("every paragraph is there, also those without a fact to track", async () => {
  const { paragraphs } = await report();
  expect(paragraphs.map(({ number }) => number)).toEqual(
    Array.from({ length: 20 }, (_none, index) => index + 1),
  );
  const without = paragraphs.filter(
    (paragraph) => paragraph.things.length === 0 || holdsOnlyNames(paragraph),
  );
  expect(without.map(({ number }) => number)).toEqual([1, 2, 5, 11, 13, 18, 19, 20]);
  expect(paragraphs.filter(holdsOnlyNames).map(({ number }) => number)).toEqual([1, 5]);
});

it("a paragraph names each thing once, with its parts and their fields", async () => {
  const { paragraphs } = await report();
  const things = paragraphs[14]?.things ?? [];
  expect(things.map(({ key }) => key)).toEqual(["P2015-05", "P2015-06", "P2015-07", "P2015-08", "zte"]);
  expect(things[0]?.parts.map(({ kind, name }) => [kind, name])).toEqual([
    [null, null],
    ["commitment", "机柜"],
    ["commitment", "服务器"],
    ["milestone", "建设"],
    ["milestone", "设计和建设完成"],
  ]);
});

it("an unknown source is null", async () => {
  expect(await getPublicSource("report-2099-01-01")).toBeNull();
});
