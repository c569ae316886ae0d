-- Whoever runs the service writes acts and reads them. The trigger refuses the rest as well; rights cannot be forgotten with it.
DO $$
DECLARE
  other name;
BEGIN
  FOR other IN
    SELECT DISTINCT grantee FROM information_schema.role_table_grants
    WHERE table_schema = current_schema AND table_name = 'operator_log' AND grantee <> current_user
  LOOP
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON operator_log FROM %I', other);
  END LOOP;
END $$;
