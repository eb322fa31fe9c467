import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";

/**
 * Organizations and places that came into the register along with a change leave it along with it, unless something
 * else names them or they were changed by themselves since.
 */
export async function withdrawMadeThings(tx: Transaction, changeId: number): Promise<void> {
  await tx.$executeRaw`
    update organizations o set withdrawn_at = app_now(), version = o.version + 1
    where exists (select from citations c
        where c.organization_id = o.id and c.register_change_id = ${changeId} and c.field = 'name')
      and not exists (select from register_changes g where g.organization_id = o.id)
      and not exists (select from parties x join agreements a on a.id = x.agreement_id where x.organization_id = o.id)
      and not exists (select from project_investors i join projects p on p.id = i.project_id
        where i.organization_id = o.id)`;
  await tx.$executeRaw`
    update places l set withdrawn_at = app_now(), version = l.version + 1
    where exists (select from citations c
        where c.place_id = l.id and c.register_change_id = ${changeId} and c.field = 'name')
      and not exists (select from register_changes g where g.place_id = l.id)
      and not exists (select from projects p where p.place_id = l.id)
      and not exists (select from figures f where f.place_id = l.id)`;
}
