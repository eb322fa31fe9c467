"use server";

import { redirect } from "next/navigation";
import { handOver } from "@/lib/assignment/handover-commands";
import { handoverSchema } from "@/lib/assignment/handover-schema";
import { action } from "@/lib/auth/action";
import { paths } from "@/lib/paths";

export const handOverAction = action("handOver", handoverSchema, async (viewer, order) => {
  await handOver(viewer, order);
  redirect(paths.staff("handed-over"));
});
