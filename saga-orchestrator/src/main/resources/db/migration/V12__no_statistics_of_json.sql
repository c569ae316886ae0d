-- No plan asks how often a value of these occurs, yet ANALYZE sorts thirty thousand of each, and jsonb is slow to compare.
ALTER TABLE saga ALTER COLUMN data SET STATISTICS 0, ALTER COLUMN run SET STATISTICS 0;
ALTER TABLE saga_log ALTER COLUMN event SET STATISTICS 0, ALTER COLUMN sent SET STATISTICS 0;
