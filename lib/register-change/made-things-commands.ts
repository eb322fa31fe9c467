import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";

/**
 * Organizations and places that came into the register along with a change leave it along with it, unless something
 * else names them or they were changed by themselves since. Who stays rests on the change that names them.
 */
export async function withdrawMadeThings(tx: Transaction, changeId: number): Promise<void> {
  await tx.$executeRaw`
    insert into citations (organization_id, field, register_change_id)
    select c.organization_id, c.field, n.id
    from citations c
    cross join lateral (
      select min(g.id) as id from register_changes g
      join citations x on x.register_change_id = g.id and x.superseded_by_id is null
      left join parties s on s.id = x.party_id and x.field = 'organization'
      left join project_investors i on i.project_id = x.project_id and x.field = 'enterprises'
      where g.state = 'published' and g.id <> ${changeId}
        and c.organization_id in (s.organization_id, i.organization_id)) n
    where c.register_change_id = ${changeId} and c.organization_id is not null and n.id is not null
    on conflict do nothing`;
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
