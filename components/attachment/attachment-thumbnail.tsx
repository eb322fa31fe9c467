import type { PublicPhoto } from "@/lib/project/project-dto";

type Props = { photo: PublicPhoto; alt: string; target?: "_blank" };

/** A photo, small, leading to its full size. Its place is kept free, so nothing moves as it comes. */
export function AttachmentThumbnail({ photo: { url, thumbnailUrl, width, height }, alt, target }: Props) {
  return (
    <a href={url} target={target} rel={target && "noreferrer"} className="thumb">
      {/* biome-ignore lint/performance/noImgElement: it was made small when it was uploaded */}
      <img src={thumbnailUrl} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
    </a>
  );
}
