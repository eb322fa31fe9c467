import "server-only";
import type { ListedSubject } from "@/lib/register-change/register-form-rules";
import { Prisma } from "@/prisma/generated/client";

type Listed = {
  /** The table of what is found, called `x`. */
  matching: Prisma.Sql;
  /** Columns of a row over `x`, but for the open change. */
  row: Prisma.Sql;
  order: Prisma.Sql;
};

type Kind = { table: Prisma.Sql; text: Prisma.Sql; row: Prisma.Sql; order: Prisma.Sql };

const kinds: Record<ListedSubject, Kind> = {
  project: {
    table: Prisma.sql`projects`,
    text: Prisma.sql`x.search_text`,
    row: Prisma.sql`x.code as key, x.name as title, null::text as kind,
      array(select o.short_name from project_investors i join organizations o on o.id = i.organization_id
        where i.project_id = x.id order by i.ordinal) as names,
      null::jsonb as signed, null::int as "projectCount"`,
    order: Prisma.sql`x.code desc`,
  },
  agreement: {
    table: Prisma.sql`agreements`,
    text: Prisma.sql`lower(concat_ws(' ', x.code, x.title, x.call_name, (
      select string_agg(concat_ws(' ', s.name_in_title, o.name, o.short_name, o.slug), ' ')
      from parties s left join organizations o on o.id = s.organization_id where s.agreement_id = x.id)))`,
    row: Prisma.sql`x.code as key, coalesce(x.title, x.call_name) as title, null::text as kind,
      array(select s.name_in_title from parties s where s.agreement_id = x.id order by s.ordinal) as names,
      range_json(x.signed_from, x.signed_to, x.signed_precision) as signed,
      (select count(*)::int from projects p where p.agreement_id = x.id) as "projectCount"`,
    order: Prisma.sql`x.code desc`,
  },
  organization: {
    table: Prisma.sql`organizations`,
    text: Prisma.sql`lower(concat_ws(' ', x.slug, x.name, x.short_name, (
      select string_agg(n.alias, ' ') from organization_aliases n where n.organization_id = x.id)))`,
    row: Prisma.sql`x.slug as key, x.name as title, x.kind::text as kind, array[]::text[] as names,
      null::jsonb as signed,
      (select count(*)::int from project_investors i join projects p on p.id = i.project_id
        where i.organization_id = x.id) as "projectCount"`,
    // A slug is the pinyin of a name.
    order: Prisma.sql`x.slug, x.id`,
  },
  place: {
    table: Prisma.sql`places`,
    text: Prisma.sql`lower(concat_ws(' ', x.slug, x.name))`,
    row: Prisma.sql`x.slug as key, x.name as title, null::text as kind, array[]::text[] as names,
      null::jsonb as signed, (select count(*)::int from projects p where p.place_id = x.id) as "projectCount"`,
    order: Prisma.sql`x.slug, x.id`,
  },
};

/** The things of a kind in which every word is found; % and _ stand for themselves. */
export function listedRows(subject: ListedSubject, q: string | null): Listed {
  const { table, text, row, order } = kinds[subject];
  const words = (q ?? "").normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.map((word) => Prisma.sql`${text} like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`);
  const where = found.length === 0 ? Prisma.sql`true` : Prisma.join(found, " and ");
  return { matching: Prisma.sql`${table} x where ${where}`, row, order };
}
