-- Sagas whose LRA has not ended yet, as far as we were told: those among them that never got an order are looked for.
CREATE INDEX lra_participant_waiting ON lra_participant (joined_at) WHERE asked IS NULL;
