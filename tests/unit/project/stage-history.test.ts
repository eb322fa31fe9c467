import { describe, expect, it } from "vitest";
import { type DateRange, notAfter, ofDay, ofHalfYear, ofYear } from "@/lib/format/date-range";
import type { Stage } from "@/lib/project/project-rules";
import { type StageEvent, stageAsOf } from "@/lib/project/stage-history-rules";

const published = new Date("2015-08-10T10:35:00+08:00");
const later = (day: string) => new Date(`${day}T09:00:00+08:00`);

function event(stage: Stage, effective: DateRange, more: Partial<StageEvent> = {}): StageEvent {
  return { stage, effective, recordedAt: published, retractedAt: null, ...more };
}

const park = [
  event("signed", ofYear(2014)),
  event("under_construction", ofYear(2014)),
  event("operating", ofYear(2014)),
];
const centre = [event("signed", notAfter("2015-08-10"))];

describe("the stage as of a day", () => {
  it("counts the park as operating from the end of 2014, and the 13 as signed from the day of the report", () => {
    expect(stageAsOf(park, "2014-12-30", published)).toBeNull();
    expect(stageAsOf(park, "2014-12-31", published)).toBe("operating");
    expect(stageAsOf(centre, "2014-12-31", published)).toBeNull();
    expect(stageAsOf(centre, "2015-08-10", published)).toBe("signed");
  });

  it("knows only what was recorded by then", () => {
    const events = [
      ...centre,
      event("under_construction", ofDay("2015-11-10"), { recordedAt: later("2015-12-01") }),
    ];
    expect(stageAsOf(events, "2015-11-30", later("2015-11-30"))).toBe("signed");
    expect(stageAsOf(events, "2015-11-30", later("2015-12-01"))).toBe("under_construction");
    expect(stageAsOf(events, "2015-11-09", later("2015-12-01"))).toBe("signed");
    expect(stageAsOf(events, "2015-11-30", new Date(published.getTime() - 1))).toBeNull();
  });

  it("follows a correction from when it was recorded, and shows the mistake as it was known before", () => {
    const events = [
      ...centre,
      event("under_construction", ofDay("2015-11-10"), {
        recordedAt: later("2015-11-12"),
        retractedAt: later("2015-12-05"),
      }),
      event("signed", notAfter("2015-08-10"), { recordedAt: later("2015-12-05") }),
    ];
    expect(stageAsOf(events, "2015-11-30", later("2015-12-04"))).toBe("under_construction");
    expect(stageAsOf(events, "2015-11-30", later("2015-12-05"))).toBe("signed");
  });

  it("follows the last of several corrections", () => {
    const events = [
      ...centre,
      event("operating", ofDay("2015-11-10"), {
        recordedAt: later("2015-11-12"),
        retractedAt: later("2015-11-13"),
      }),
      event("operating", ofDay("2015-10-10"), {
        recordedAt: later("2015-11-13"),
        retractedAt: later("2015-11-14"),
      }),
      event("under_construction", ofDay("2015-11-10"), { recordedAt: later("2015-11-14") }),
    ];
    expect(stageAsOf(events, "2015-11-30", later("2015-11-30"))).toBe("under_construction");
  });

  it("does not fall back when an earlier stage has the wider date", () => {
    const events = [...centre, event("under_construction", ofHalfYear(2015, 1))];
    expect(stageAsOf(events, "2015-07-01", published)).toBe("under_construction");
    expect(stageAsOf(events, "2015-08-10", published)).toBe("under_construction");
  });
});
