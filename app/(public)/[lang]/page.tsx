import { db } from "@/lib/db";

export default async function HomePage() {
  const count = await db.project.count();
  return (
    <main>
      <h1>登记 {count} 个项目</h1>
    </main>
  );
}
