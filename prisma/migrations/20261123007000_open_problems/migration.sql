-- The problems that are open now, so that the officials' list costs what it shows: a projection, as those of projects.

CREATE TABLE open_problems (
  problem_id integer NOT NULL,
  project_id integer NOT NULL,
  department text NOT NULL,
  raised_on date NOT NULL,
  CONSTRAINT open_problems_pkey PRIMARY KEY (problem_id),
  CONSTRAINT open_problems_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problems (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT open_problems_project_id_fkey FOREIGN KEY (project_id) REFERENCES all_projects (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX open_problems_project_id_idx ON open_problems (project_id);
CREATE INDEX open_problems_department_raised_on_idx ON open_problems (department, raised_on);

-- Of each problem the newest published row counts; a report that does not name it changes nothing.
CREATE FUNCTION refresh_open_problems(ids int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- First the locks, in the order of refresh_projects; the next statement then sees what others committed meanwhile.
  PERFORM FROM all_projects WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
  DELETE FROM open_problems WHERE project_id = ANY (ids);
  INSERT INTO open_problems (problem_id, project_id, department, raised_on)
  SELECT n.id, n.project_id, n.department, n.raised_on
  FROM (
    SELECT DISTINCT ON (r.project_id, q.key) q.id, r.project_id, q.department, q.raised_on, q.resolved_on
    FROM progress_reports r JOIN problems q ON q.report_id = r.id
    WHERE r.project_id = ANY (ids) AND r.state = 'published'
    ORDER BY r.project_id, q.key, r.period DESC, r.published_at DESC
  ) n
  WHERE n.resolved_on IS NULL;
END $$;

CREATE FUNCTION refresh_changed_open_problems() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids int[];
BEGIN
  EXECUTE TG_ARGV[0] INTO ids;
  IF ids IS NOT NULL THEN PERFORM refresh_open_problems(ids); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER refreshes_open_problems_on_insert AFTER INSERT ON progress_reports REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_changed_open_problems(
    'SELECT array_agg(DISTINCT project_id) FROM changed WHERE state = ''published''');
CREATE TRIGGER refreshes_open_problems_on_update AFTER UPDATE ON progress_reports REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_changed_open_problems(
    'SELECT array_agg(DISTINCT project_id) FROM changed WHERE state IN (''published'', ''corrected'', ''withdrawn'')');
CREATE TRIGGER refreshes_open_problems_on_insert AFTER INSERT ON problems REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_changed_open_problems(
    'SELECT array_agg(DISTINCT r.project_id) FROM changed c JOIN progress_reports r ON r.id = c.report_id AND r.state = ''published''');

SELECT refresh_open_problems(array(SELECT id FROM all_projects));

-- Who else has typed for the same project.
CREATE INDEX drafts_form_idx ON drafts (form);
