import type { IsoDate } from "@/lib/format/date-range";

type Props = { sourcedOn: IsoDate | null; reportedOn: IsoDate | null; day: IsoDate };

/** 最近来源（，最近填报）｜统计日: how old the knowledge is, and for which day it is asked. */
export function RecordAndDay({ sourcedOn, reportedOn, day }: Props) {
  return (
    <>
      {sourcedOn && (
        <>
          最近来源 <time>{sourcedOn}</time>
        </>
      )}
      {reportedOn && (
        <>
          {sourcedOn && "，"}最近填报 <time>{reportedOn}</time>
        </>
      )}
      {(sourcedOn || reportedOn) && "｜"}统计日 <time>{day}</time>
    </>
  );
}
