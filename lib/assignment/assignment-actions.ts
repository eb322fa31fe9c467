"use server";

import { redirect } from "next/navigation";
import { assignUnit } from "@/lib/assignment/assignment-commands";
import { assignmentSchema } from "@/lib/assignment/assignment-schema";
import { action } from "@/lib/auth/action";
import { paths } from "@/lib/paths";

export const assignUnitAction = action("assignUnit", assignmentSchema, async (viewer, order) => {
  await assignUnit(viewer, order);
  redirect(paths.staff("assigned"));
});
