import type { PublicPhoto } from "@/lib/project/project-dto";
import { untitledPhotoText } from "@/lib/text/attachment-text";
import { AttachmentThumbnail } from "./attachment-thumbnail";

type Props = {
  photos: readonly PublicPhoto[];
  /** When they are of, such as 2016 年 8 月. */
  when: string;
};

/** Photos side by side, each with what it shows and when. Nothing where there are none. */
export function PhotoGrid({ photos, when }: Props) {
  if (photos.length === 0) return null;
  return (
    <ul className="photos" aria-label={`${when}的照片`}>
      {photos.map((photo) => {
        const shows = photo.caption ?? untitledPhotoText;
        return (
          <li key={photo.url}>
            <figure>
              <AttachmentThumbnail photo={photo} alt={shows} />
              <figcaption>{`${when}，${shows}`}</figcaption>
            </figure>
          </li>
        );
      })}
    </ul>
  );
}
