import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SourceFacts } from "@/components/source/source-facts";
import { SourceParagraphs } from "@/components/source/source-paragraphs";
import { SourcePersons } from "@/components/source/source-persons";
import { paths } from "@/lib/paths";
import { getPublicSource } from "@/lib/source/source-queries";
import { PublicPage } from "../../public-page";

type Props = { params: Promise<{ slug: string }> };

/** Nothing is rendered at build time; each page below a parameter of its own has to say so. */
export function generateStaticParams(): { slug: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const source = await getPublicSource(slug);
  return source
    ? { title: `${source.publishedOn} 报道`, description: `《${source.title}》的每一段用在哪里。` }
    : {};
}

export default async function SourcePage({ params }: Props) {
  const { slug } = await params;
  const source = await getPublicSource(slug);
  if (!source) notFound();
  const { title, publishedOn, projectCount } = source;
  return (
    <PublicPage
      current="sources"
      trail={[{ label: "数据来源", href: paths.sources() }]}
      title={`${publishedOn} 报道`}
    >
      <header className="stack mt-2">
        <h1 className="title">{`《${title}》`}</h1>
        <p className="lead">{`${publishedOn} 刊发的报道，${projectCount} 个项目用到它。`}</p>
      </header>
      <div className="aside mt-8">
        <div className="stack-lg">
          <SourceParagraphs source={source} />
          <SourcePersons source={source} />
        </div>
        <SourceFacts source={source} />
      </div>
    </PublicPage>
  );
}
