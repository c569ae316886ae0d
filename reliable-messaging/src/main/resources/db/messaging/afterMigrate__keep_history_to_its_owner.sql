-- What was migrated is the business of the role that migrates. Default privileges give every new table's rows to the
-- service as well; here it loses them again. A service that could write this table could undo the guard of the others.
DO $$
DECLARE
  other text;
BEGIN
  -- Instances that start together take turns.
  PERFORM pg_advisory_xact_lock(hashtext('${flyway:table}'));
  FOR other IN
    SELECT DISTINCT CASE grant_.grantee WHEN 0 THEN 'PUBLIC' ELSE grant_.grantee::regrole::text END
    FROM pg_class history, aclexplode(history.relacl) grant_
    WHERE history.oid = to_regclass('"${flyway:table}"') AND grant_.grantee <> history.relowner
  LOOP
    EXECUTE format('REVOKE ALL ON "${flyway:table}" FROM %s', other);
  END LOOP;
END
$$;
