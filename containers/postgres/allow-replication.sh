# Run by the image when it makes the cluster: the replica may stream, with its password.
echo 'host replication replicator all scram-sha-256' >>"$PGDATA/pg_hba.conf"
