import { z } from "zod";
import { commitmentContentSchema } from "@/lib/commitment/commitment-register-schema";
import { milestoneContentSchema } from "@/lib/milestone/milestone-register-schema";
import { projectContentSchema } from "@/lib/project/project-register-schema";

/** A project with what it promised: proposed, reviewed and taken back as one. */
export const wholeProjectSchema = projectContentSchema.extend({
  commitments: z.array(commitmentContentSchema),
  milestones: z.array(milestoneContentSchema),
});
export type WholeProject = z.output<typeof wholeProjectSchema>;

/** What of a project tells whether it is the same as another. */
export const comparedProjectSchema = wholeProjectSchema.pick({
  name: true,
  agreement: true,
  investors: true,
  newInvestors: true,
  newPlace: true,
  commitments: true,
});
export type ComparedProject = z.output<typeof comparedProjectSchema>;
