import { expect, test } from "vitest";
import { defaultProjectQuery, type ProjectQuery, parseProjectQuery } from "@/lib/project/project-query";
import { projectQueryFromKey, projectQueryKey } from "@/lib/project/project-query-key";

const parse = (search: string) => parseProjectQuery(new URLSearchParams(search));

test("no parameters, empty ones and unknown ones mean the default selection", () => {
  expect(parse("")).toEqual({ query: defaultProjectQuery, ignored: [] });
  expect(parse("stage=&q=%20&utm_source=x")).toEqual({ query: defaultProjectQuery, ignored: [] });
});

test("every parameter is read", () => {
  const search =
    "stage=under_construction&condition=unverified&enterprise=zte-wangxin&place=none&due=past&q=大数据&sort=-due&page=3&pageSize=100";
  const query: ProjectQuery = {
    stage: "under_construction",
    condition: "unverified",
    enterprise: "zte-wangxin",
    place: "none",
    due: "past",
    q: "大数据",
    sort: "-due",
    page: 3,
    pageSize: 100,
  };
  expect(parse(search)).toEqual({ query, ignored: [] });
});

test.each([
  "stage=built",
  "condition=unknown",
  "enterprise=../x",
  "place=%E9%81%B5",
  "due=soon",
  "sort=amount",
  "sort=--code",
  "page=0",
  "page=1.5",
  "page=1000000",
  "pageSize=101",
  "q=%00",
  "q=%E2%80%AE",
  `q=${"长".repeat(101)}`,
  "stage=signed&stage=operating",
])("%s is ignored and named", (search) => {
  const [name = ""] = search.split("=");
  const { query, ignored } = parse(search);
  expect(ignored).toEqual([name]);
  expect(query).toEqual(defaultProjectQuery);
});

test("search words are tidied: composed characters, single spaces", () => {
  expect(parse("q=%20a%CC%81%20%20%E4%B8%AD%E5%85%B4%20").query.q).toBe("á 中兴");
});

test("every way to ask for the same projects has the same key", () => {
  const key = (search: string) => projectQueryKey(parse(search).query);
  expect(key("page=2&stage=signed")).toBe("stage-signed.page-2");
  expect(key("stage=signed&page=02&sort=code&x=1")).toBe("stage-signed.page-2");
  expect(key("page=1")).toBe("all");
});

test.each([
  "",
  "stage=operating&condition=paused&sort=-record&page=9&pageSize=50",
  "q=a.b-c_d~e%25%2F%3F%23 中兴 \u{1F600}",
  "q=all",
  "enterprise=zte&place=xin-pu&due=none",
])("a key leads back to its selection: %s", (search) => {
  const { query } = parse(search);
  const key = projectQueryKey(query);
  expect(key).toMatch(/^[\w.~-]+$/);
  expect(projectQueryFromKey(key)).toEqual({ query, ignored: [] });
});

test("a key carries which parameters the page must mention", () => {
  const { query, ignored } = parse("stage=built&page=x&q=zte");
  const key = projectQueryKey(query, ignored);
  expect(key).toBe("q-zte.ignored-stage_page");
  expect(projectQueryFromKey(key)).toEqual({ query, ignored: ["stage", "page"] });
});

test.each(["", "stage-built", "page-1", "page-2.stage-signed", "q-~zz", "x-1", "ignored-x", "ALL"])(
  "%j is no key",
  (key) => {
    expect(projectQueryFromKey(key)).toBeNull();
  },
);
