import { forbidden, notFound, unauthorized } from "next/navigation";

export default async function SecretPage({ searchParams }: { searchParams: Promise<{ as?: string }> }) {
  const { as } = await searchParams;
  if (as === "nobody") unauthorized();
  if (as === "crash") throw new Error("planted");
  if (as === "missing") notFound();
  forbidden();
}
