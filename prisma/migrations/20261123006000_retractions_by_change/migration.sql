-- A correction of the register retracts events; taking it back must know which.
ALTER TABLE event_retractions ADD COLUMN register_change_id integer
  CONSTRAINT event_retractions_register_change_id_fkey REFERENCES register_changes (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX event_retractions_register_change_id_idx ON event_retractions (register_change_id);
