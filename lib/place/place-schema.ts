import { z } from "zod";
import { required, textField } from "@/lib/format/lenient-schema";

/** What the register says of a place, as a change proposes it. */
export const placeContentSchema = z.object({ name: z.string() });
export type PlaceContent = z.output<typeof placeContentSchema>;

/** The same as typed into the form. */
export const placeFormSchema = z.object({
  name: required(textField(60), "请写落户地的名称，例如 新蒲新区。"),
});
