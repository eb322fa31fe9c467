import { z } from "zod";
import { precisions } from "@/lib/format/date-range";
import { currencies } from "@/lib/format/money";
import { stages } from "@/lib/project/project-rules";

// Values that the whole API shares. `null` is always "not stated".

export const day = z.iso.date();
export const instant = z.iso.datetime({ offset: true });

export const dateRange = z
  .strictObject({ from: day.nullable(), to: day, precision: z.enum(precisions) })
  .meta({ id: "DateRange", description: "First and last possible day; from is null for not_after only." });

export const money = z
  .strictObject({ amount: z.string().regex(/^\d+$/), currency: z.enum(currencies) })
  .meta({ id: "Money", description: "Whole units of the currency as decimal digits." });

export const stage = z.enum(stages);

export const stageCounts = z
  .strictObject({ signed: z.int(), under_construction: z.int(), operating: z.int() })
  .meta({ id: "StageCounts" });

export const basis = z.enum(["stated", "inferred"]);

export const sourcePlace = z
  .strictObject({ slug: z.string(), publishedOn: day, paragraph: z.int() })
  .meta({ id: "SourcePlace", description: "A paragraph of a source document; 1 is the first." });

const citation = z
  .strictObject({
    field: z.string(),
    basis,
    reason: z.string().nullable(),
    source: sourcePlace.nullable(),
    reportId: z.int().nullable(),
    statusCheckId: z.int().nullable(),
    registerChangeId: z.int().nullable(),
  })
  .meta({ id: "Citation", description: "From where a field is known; inferred ones say why we read it so." });

export const citations = z.array(citation);
