import "server-only";
import path from "node:path";
import { env } from "@/lib/env";
import { folderStorage } from "./folder-storage";
import { s3Storage } from "./s3-storage";
import type { Storage } from "./storage";

/** The storage of this process: S3-compatible when it is configured, else a folder of the data. */
export const storage: Storage = env.S3
  ? s3Storage(env.S3)
  : folderStorage(path.join(env.DATA_DIR, "attachments"));
