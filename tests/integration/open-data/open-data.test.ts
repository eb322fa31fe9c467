import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/open-data/[dataset]/[key]/route";
import { getPublicAgreement } from "@/lib/agreement/agreement-queries";
import { today } from "@/lib/clock";
import { requestRoute } from "@/lib/http/request-route";
import { openApiDocument, operations } from "@/lib/open-data/openapi";
import { listPublicProjects } from "@/lib/project/project-list-queries";
import { getPublicProject } from "@/lib/project/project-queries";
import { defaultProjectQuery } from "@/lib/project/project-query";
import { loadFacts } from "../../support/facts";
import { reportOnProject, secret } from "../../support/reported-project";

vi.mock("next/navigation", () => ({ unstable_rethrow: () => {} }));

/** What a client gets, by the way that the proxy sends it. */
async function ask(path: string): Promise<Response> {
  const route = requestRoute(new URL(path, "http://localhost"), true);
  if (route.kind !== "cached") throw new Error(`${path} is ${route.kind}`);
  const [, , dataset = "", key = ""] = route.path.split("/");
  return GET(new Request("http://localhost"), { params: Promise.resolve({ dataset, key }) });
}

beforeAll(async () => {
  await loadFacts();
  await reportOnProject();
});

describe("the API", () => {
  it("answers projects with what the register's page shows", async () => {
    const { total, page, pageSize, items } = await listPublicProjects(
      { ...defaultProjectQuery, stage: "signed", pageSize: 3, page: 2 },
      await today(),
    );
    const response = await ask("/api/v1/projects?stage=signed&pageSize=3&page=2");
    expect(await response.json()).toEqual({ total, page, pageSize, items });
  });

  it("answers a project with what its page shows", async () => {
    const response = await ask("/api/v1/projects/P2015-05");
    expect(await response.json()).toEqual(await getPublicProject("P2015-05", await today()));
  });

  it("answers an agreement with what its page shows", async () => {
    const response = await ask("/api/v1/agreements/A2015-02");
    expect(await response.json()).toEqual({
      ...(await getPublicAgreement("A2015-02", await today())),
      changes: [],
    });
  });

  it("counts 1 project, operating, as of the end of 2014, and 14 as of the report", async () => {
    const total = async (asOf: string) => (await (await ask(`/api/v1/stats?asOf=${asOf}`)).json()).stages;
    expect(await total("2014-12-31")).toEqual({ signed: 0, under_construction: 0, operating: 1 });
    expect(await total("2015-08-10")).toEqual({ signed: 13, under_construction: 0, operating: 1 });
  });

  it.each(["/api/v1/projects/P2099-01", "/api/v1/agreements/A2099-01"])(
    "answers %s, which is not there, with a problem of 404",
    async (path) => {
      const response = await ask(path);
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(await response.json()).toMatchObject({ status: 404, title: "没有这项数据" });
    },
  );

  it("refuses a parameter that it cannot read, by name", () => {
    const route = requestRoute(new URL("http://localhost/api/v1/projects?stage=done&pageSize=101"), true);
    expect(route).toEqual({ kind: "badParameters", names: ["stage", "pageSize"] });
  });
});

const examples = {
  "/api/v1/projects": [
    "/api/v1/projects?pageSize=100",
    "/api/v1/projects?q=zxdsj",
    "/api/v1/projects?page=99",
  ],
  "/api/v1/projects/{code}": [
    "/api/v1/projects/P2015-05",
    "/api/v1/projects/P2014-01",
    "/api/v1/projects/P2015-12",
  ],
  "/api/v1/agreements": ["/api/v1/agreements"],
  "/api/v1/agreements/{code}": ["/api/v1/agreements/A2014-01", "/api/v1/agreements/A2015-02"],
  "/api/v1/stats": ["/api/v1/stats", "/api/v1/stats?asOf=2014-12-31", "/api/v1/stats?asOf=2010-01-01"],
} as const satisfies Record<keyof typeof operations, readonly string[]>;

describe("the description of the API", () => {
  const documented = Object.entries(examples).flatMap(([operation, paths]) =>
    paths.map((path) => [path, operation as keyof typeof operations] as const),
  );

  it.each(documented)("holds for %s to the last key", async (path, operation) => {
    const body = await (await ask(path)).json();
    expect(operations[operation].shape.parse(body)).toEqual(body);
    expect(JSON.stringify(body)).not.toContain(secret);
  });

  it("refers to nothing that it does not define", () => {
    const document = openApiDocument();
    const defined = Object.keys(document.components.schemas).map((id) => `#/components/schemas/${id}`);
    const referred = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, uri]) => uri);
    expect(defined).toEqual(expect.arrayContaining(referred));
    expect(JSON.stringify(document)).not.toContain("$id");
  });

  it("names only columns that are public", () => {
    const text = JSON.stringify(openApiDocument());
    const internal = [
      "problems",
      "nextSteps",
      "accountId",
      "author",
      "reviewer",
      "returnReason",
      "withdrawReason",
    ];
    expect(internal.filter((name) => text.includes(`"${name}"`))).toEqual([]);
  });
});
