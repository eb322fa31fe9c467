import "server-only";
import { Prisma } from "@/prisma/generated/client";

/** Whether a revision (alias v) of a milestone or a commitment is to be read: not one of a change that was withdrawn. */
export const revisionCounts = Prisma.sql`(v.register_change_id is null or exists (
  select from register_changes g where g.id = v.register_change_id and g.state = 'published'))`;
