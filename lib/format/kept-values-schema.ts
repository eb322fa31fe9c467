import { z } from "zod";

/** A form as it was typed, for a reader of its own; files are refused. */
export const keptValuesSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
