import { EmptyState } from "@/components/ui/empty-state";
import { missingText } from "@/lib/text/missing-text";
import { type TimelineData, TimelineDrawing } from "./timeline-drawing";

type Props = TimelineData & {
  /** Unique on the page. */
  id: string;
  /** The finding: 时限已过、没有后续记录. */
  caption: string;
  /** The whole drawing in words, for those who cannot see it. */
  description: string;
  /** How many are not drawn, having no date. */
  undated: number;
};

/** Planned periods as long as they are known, then the records, hatched after the last one. Drawn on the server. */
export function MilestoneTimeline({ id, caption, description, undated, ...data }: Props) {
  if (data.milestones.length === 0)
    return <EmptyState title={missingText.not_stated}>没有写明节点和时限。</EmptyState>;
  const isFollowed = data.milestones.some(({ adjusted, actual }) => adjusted || actual);
  return (
    <figure className="chart">
      <figcaption>{caption}</figcaption>
      <p className="sub">
        条的长度是写明的时段：实色只写到半年，点纹只写到年。斜线是没有记录。
        {isFollowed && "虚线框是调整后的时段，深色块是实际完成。"}
        {undated > 0 && `另有 ${undated} 个节点没有时限，见下表。`}
      </p>
      <div className="only-l">
        <TimelineDrawing {...data} id={`${id}-wide`} size="wide" description={description} />
      </div>
      <div className="only-s">
        <TimelineDrawing {...data} id={`${id}-narrow`} size="narrow" description={description} />
      </div>
    </figure>
  );
}
