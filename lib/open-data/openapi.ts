import { z } from "zod";
import { sortColumns } from "@/lib/project/project-query";
import { conditions, stages } from "@/lib/project/project-rules";
import { agreement, agreementList } from "./agreement-shape";
import { project, projectList } from "./project-shape";
import { stats } from "./stats-shape";

const problem = z
  .object({
    type: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string().optional(),
    parameters: z.array(z.string()).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457" });

type Parameter = {
  name: string;
  in: "path" | "query";
  required?: boolean;
  description: string;
  schema: object;
};
type Operation = { summary: string; shape: z.ZodType; parameters?: readonly Parameter[] };

const code = (of: string, pattern: string): Parameter => ({
  name: "code",
  in: "path",
  required: true,
  description: `编号，例如 ${of}`,
  schema: { type: "string", pattern },
});

const query = (name: string, description: string, schema: object): Parameter => ({
  name,
  in: "query",
  description,
  schema,
});

const slug = { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" };

const projectFilters = [
  query("stage", "阶段", { type: "string", enum: stages }),
  query("condition", "状况；unverified 为未核实", { type: "string", enum: [...conditions, "unverified"] }),
  query("enterprise", "企业代号，含共同投资项目，例如 zte", slug),
  query("place", "落户地代号；none 为来源未载明", slug),
  query("due", "时限：已过、未到、没有时限", { type: "string", enum: ["past", "ahead", "none"] }),
  query("q", "名称、编号、拼音或首字母；空格隔开的每个词都要匹配", { type: "string", maxLength: 100 }),
  query("sort", "排序；前面加 - 为倒序", {
    type: "string",
    enum: sortColumns.flatMap((column) => [column, `-${column}`]),
    default: "code",
  }),
  query("page", "页码", { type: "integer", minimum: 1, default: 1 }),
  query("pageSize", "每页条数", { type: "integer", minimum: 1, maximum: 100, default: 20 }),
];

/** What the API answers, by path. The shapes are those that a test checks real answers against. */
export const operations = {
  "/api/v1/projects": { summary: "项目台账", shape: projectList, parameters: projectFilters },
  "/api/v1/projects/{code}": {
    summary: "一个项目：节点、承诺事项、最近 20 期填报和出处",
    shape: project,
    parameters: [code("P2015-05", "^P[0-9]{4}-[0-9]{2,5}$")],
  },
  "/api/v1/agreements": { summary: "协议", shape: agreementList },
  "/api/v1/agreements/{code}": {
    summary: "一份协议：签约方、项目、承诺和出处",
    shape: agreement,
    parameters: [code("A2015-02", "^A[0-9]{4}-[0-9]{2,5}$")],
  },
  "/api/v1/stats": {
    summary: "某一天的统计",
    shape: stats,
    parameters: [query("asOf", "统计日，不写就是今天", { type: "string", format: "date" })],
  },
} as const satisfies Record<string, Operation>;

/** The OpenAPI 3.1 description of the public API. */
export function openApiDocument() {
  return {
    openapi: "3.1.0",
    info: {
      title: "遵义招商项目跟踪 开放数据",
      version: "1",
      description: "只读，不用登录。null 表示没有写明或没有填报，不是 0。金额是整数单位的十进制数字串。",
    },
    paths: Object.fromEntries(
      Object.entries<Operation>(operations).map(([path, operation]) => [
        path,
        { get: describeOperation(operation) },
      ]),
    ),
    components: { schemas: componentSchemas() },
  };
}

function describeOperation({ summary, shape, parameters = [] }: Operation) {
  const refused = parameters.some((parameter) => parameter.in === "query") && {
    400: problemAnswer("参数有误"),
  };
  const missing = parameters.some((parameter) => parameter.in === "path") && {
    404: problemAnswer("没有这项数据"),
  };
  return {
    summary,
    parameters,
    responses: {
      200: { description: "成功", content: { "application/json": { schema: reference(shape) } } },
      ...refused,
      ...missing,
    },
  };
}

function problemAnswer(description: string) {
  return { description, content: { "application/problem+json": { schema: reference(problem) } } };
}

function reference(shape: z.ZodType) {
  return { $ref: componentUri(z.globalRegistry.get(shape)?.id ?? "") };
}

function componentUri(id: string): string {
  return `#/components/schemas/${id}`;
}

/** Every shape that has an id: those of this folder. Where they stand is their id already. */
function componentSchemas() {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: componentUri });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _id, $schema: _schema, ...schema }]) => [id, schema]),
  );
}
