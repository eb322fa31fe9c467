import { paths } from "@/lib/paths";
import type { PublicPhoto } from "@/lib/project/project-dto";

type Stored = { key: string; width: number | null; height: number | null; caption: string | null };

/** Stored photos with their addresses; what has no size is no photo and falls away. */
export function publicPhotos(stored: readonly Stored[]): PublicPhoto[] {
  return stored.flatMap(({ key, width, height, caption }) => {
    if (width === null || height === null) return [];
    const addresses = { url: paths.attachment(key), thumbnailUrl: paths.attachment(key, "thumb") };
    return [{ ...addresses, width, height, caption }];
  });
}
