-- A correction waits alone beside the report that it corrects. Once that was withdrawn, nobody can hand the correction
-- in: it must not stand in the way of a correction of the month's next report.
DROP INDEX one_live_report_per_month;
CREATE UNIQUE INDEX one_live_report_per_month ON progress_reports
  ((project_id + 0), (period + 0), (CASE WHEN state = 'published' THEN 0 ELSE coalesce(corrects_id, 0) END))
  WHERE state IN ('submitted', 'returned', 'published');
