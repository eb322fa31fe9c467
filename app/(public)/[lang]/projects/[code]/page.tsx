import { notFound } from "next/navigation";
import { db } from "@/lib/db";

/** Nothing is rendered at build time; each page below a parameter of its own has to say so. */
export function generateStaticParams(): { code: string }[] {
  return [];
}

export default async function ProjectPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const project = await db.project.findUnique({ where: { code }, select: { name: true } });
  if (!project) notFound();
  return (
    <main>
      <h1>{project.name}</h1>
    </main>
  );
}
