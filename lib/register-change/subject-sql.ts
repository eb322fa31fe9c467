import "server-only";
import type { RegisterSubject } from "@/lib/register-change/register-change-rules";
import { Prisma } from "@/prisma/generated/client";

const columns = {
  organization: Prisma.sql`organization_id`,
  place: Prisma.sql`place_id`,
  agreement: Prisma.sql`agreement_id`,
  project: Prisma.sql`project_id`,
  standing: Prisma.sql`project_id`,
} as const satisfies Record<RegisterSubject, Prisma.Sql>;

/** The column that names what a change is about. */
export const subjectColumn = (subject: RegisterSubject): Prisma.Sql => columns[subject];
