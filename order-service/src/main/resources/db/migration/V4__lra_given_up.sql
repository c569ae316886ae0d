-- A saga that was to be undone, and that an operator has settled by hand instead.
ALTER TABLE lra_participant
  ADD COLUMN given_up boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT lra_participant_told_check,
  ADD CONSTRAINT lra_participant_told_check
    CHECK (told IN ('Completed', 'FailedToComplete', 'Compensated', 'FailedToCompensate')),
  ADD CHECK (told IS DISTINCT FROM 'FailedToCompensate' OR given_up);
