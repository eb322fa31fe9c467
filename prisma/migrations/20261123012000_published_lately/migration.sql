-- What was published lately is found by when it was published.
CREATE INDEX progress_reports_state_published_at_idx ON progress_reports (state, published_at);
CREATE INDEX status_checks_state_published_at_idx ON status_checks (state, published_at);
CREATE INDEX register_changes_state_published_at_idx ON register_changes (state, published_at);
