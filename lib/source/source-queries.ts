import "server-only";
import { cache } from "react";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { citedRows } from "./cited-sql";
import { type CitedRow, paragraphsOf } from "./cited-things";
import type { PublicSource, SourceItem } from "./source-dto";

const listLimit = 200;

/** Key and value pairs of `SourceItem` over `source_documents d`. */
const sourceItem = Prisma.sql`
  'slug', d.slug, 'title', d.title, 'authors', d.authors, 'publishedOn', d.published_on,
  'paragraphCount', d.paragraph_count,
  'projectCount', (
    select count(distinct x.project_id) from citations x where x.source_document_id = d.id and x.project_id is not null)`;

/** All source documents, the newest first. */
export async function listPublicSources(): Promise<SourceItem[]> {
  const [row] = await db.$queryRaw<[{ items: SourceItem[] }]>`
    select coalesce(json_agg(json_build_object(${sourceItem}) order by d.published_on desc, d.id desc), '[]') as items
    from (select * from source_documents order by published_on desc, id desc limit ${listLimit}) d`;
  return row.items;
}

type Row = { source: Omit<PublicSource, "paragraphs"> & { cited: CitedRow[] } };

/** One source document with what comes from each of its paragraphs; null when none has that slug. */
export const getPublicSource = cache(async (slug: string): Promise<PublicSource | null> => {
  const [row] = await db.$queryRaw<Row[]>`
    select json_build_object(
      ${sourceItem}, 'printedDate', d.printed_date, 'publishedAt', d.published_at,
      'publisher', d.publisher, 'url', d.url, 'sha256', d.sha256,
      'persons', (
        select coalesce(json_agg(json_build_object(
          'name', s.name, 'position', s.position, 'paragraphs', s.paragraphs) order by s.paragraphs[1]), '[]')
        from source_persons s where s.source_document_id = d.id),
      'cited', ${citedRows}
    ) as source
    from source_documents d where d.slug = ${slug}`;
  if (!row) return null;
  const { cited, ...source } = row.source;
  return { ...source, paragraphs: paragraphsOf(cited, source.paragraphCount) };
});
