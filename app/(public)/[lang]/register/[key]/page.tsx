import { notFound } from "next/navigation";
import { db } from "@/lib/db";
import { projectQueryFromKey } from "@/lib/project/project-query-key";

/** Nothing is rendered at build time; each page below a parameter of its own has to say so. */
export function generateStaticParams(): { key: string }[] {
  return [];
}

export default async function RegisterPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const selection = projectQueryFromKey(key);
  if (!selection) notFound();
  const { query, ignored } = selection;
  const projects = await db.project.findMany({
    where: { stage: query.stage ?? undefined },
    select: { code: true, name: true },
  });
  return (
    <main>
      <h1>项目台账</h1>
      {ignored.length > 0 && <p>未识别的条件：{ignored.join("、")}</p>}
      <ul>
        {projects.map((project) => (
          <li key={project.code}>{project.name}</li>
        ))}
      </ul>
    </main>
  );
}
