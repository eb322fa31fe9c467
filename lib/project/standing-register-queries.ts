import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { IsoDate } from "@/lib/format/calendar-day";
import { standingCorrectionRefusals } from "@/lib/project/standing-correction-rules";
import type { StandingContent } from "@/lib/project/standing-schema";
import type { Refusal } from "@/lib/refusal";
import { Prisma } from "@/prisma/generated/client";

export type RecordedStanding = {
  id: number;
  key: string;
  version: number;
  /** The project's name. */
  title: string;
  content: StandingContent;
};

type Client = Pick<Transaction, "$queryRaw">;

const stands = Prisma.sql`not exists (select from event_retractions x where x.stage_event_id = e.id)`;

/** One column of the newest standing event of a stage. */
const ofStage = (stage: string, column: Prisma.Sql) => Prisma.sql`(
  select ${column} from stage_events e
  where e.project_id = p.id and e.stage = ${stage}::stage and ${stands}
  order by e.effective_to desc, e.id desc limit 1)`;

const range = Prisma.sql`range_json(e.effective_from, e.effective_to, e.effective_precision)`;

/**
 * What is recorded of a project's stages and conditions; null: there is no such project. Its version grows with every
 * event and retraction.
 */
export async function findRecordedStanding(
  client: Client,
  where: { id: number } | { key: string },
): Promise<RecordedStanding | null> {
  const id = "id" in where ? where.id : null;
  const key = "key" in where ? where.key : null;
  const [standing] = await client.$queryRaw<RecordedStanding[]>`
    select p.id, p.code as key, p.name as title,
      (select count(*)::int + count(x.id)::int from stage_events e
        left join event_retractions x on x.stage_event_id = e.id where e.project_id = p.id)
      + (select count(*)::int + count(x.id)::int from condition_events e
        left join event_retractions x on x.condition_event_id = e.id where e.project_id = p.id) as version,
      json_build_object(
        'signedOn', ${ofStage("signed", range)},
        'startedOn', ${ofStage("under_construction", range)},
        'startedEvidence', ${ofStage("under_construction", Prisma.sql`e.evidence`)},
        'operatingOn', ${ofStage("operating", range)},
        'operatingEvidence', ${ofStage("operating", Prisma.sql`e.evidence`)},
        'directReason', ${ofStage("operating", Prisma.sql`e.reason`)},
        'conditions', (
          select coalesce(json_agg(json_build_object('condition', e.condition, 'on', ${range}, 'reason', e.reason,
            'reviewOn', e.review_on) order by e.effective_to, e.id), '[]')
          from condition_events e
          where e.project_id = p.id
            and not exists (select from event_retractions x where x.condition_event_id = e.id))) as content
    from projects p where p.id = ${id}::int or p.code = ${key}`;
  return standing ?? null;
}

/** What stands against a correction, by field. */
export async function standingRefusals(
  tx: Client,
  content: StandingContent,
  before: StandingContent | null,
): Promise<Refusal[]> {
  const [clock] = await tx.$queryRaw<{ today: IsoDate }[]>`select app_today()::text as today`;
  if (!clock || !before) throw new Error("a standing is corrected, never made");
  return standingCorrectionRefusals(content, before, clock.today);
}
