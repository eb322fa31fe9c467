import { z } from "zod";

const accountName = z.string().regex(/^[a-z][a-z0-9_.-]{1,31}$/);

/** From whom to whom, and what the page showed: the ids of the open assignments, so that nothing else goes along. */
export const handoverSchema = z.object({
  from: accountName,
  to: accountName,
  seen: z
    .string()
    .regex(/^\d{1,9}(,\d{1,9})*$/, "页面已过期，请重新选交接的两个人。")
    .transform((ids) => ids.split(",").map(Number)),
});

export type Handover = z.output<typeof handoverSchema>;
