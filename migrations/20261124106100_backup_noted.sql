-- Every entry of the log is written widely, and the note of a backup with it.
grant insert on audit.backup to kecan_wide;
