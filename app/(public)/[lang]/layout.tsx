import { notFound } from "next/navigation";
import type { ReactNode } from "react";

// Rendered at the first request, stored whole, dropped when the database says that its data changed.
export const revalidate = false;
export const dynamicParams = true;

/** Nothing is rendered at build time: the build needs no database. */
export function generateStaticParams(): { lang: string }[] {
  return [];
}

type Props = { children: ReactNode; params: Promise<{ lang: string }> };

/** Whatever anyone may read. The proxy adds the language to the path. */
export default async function PublicLayout({ children, params }: Props) {
  const { lang } = await params;
  if (lang !== "zh") notFound();
  return children;
}
