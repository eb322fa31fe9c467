import { paths } from "@/lib/paths";

type Props = {
  slug: string;
  /** Day of the source, ISO. */
  publishedOn: string;
  paragraph: number | null;
  /** The day before it, for running text: 2015-08-10 报道第15段. */
  withDate?: boolean;
};

/** Where a figure comes from: a link to that paragraph's entry. */
export function SourceChip({ slug, publishedOn, paragraph, withDate }: Props) {
  const place = paragraph === null ? "报道" : `报道第${paragraph}段`;
  const dated = `${publishedOn} ${place}`;
  return (
    <a className="src" href={paths.source(slug, paragraph)} aria-label={`出处：${dated}`}>
      {withDate ? dated : place}
    </a>
  );
}
