-- name: note_version
INSERT INTO schema_versions (version, made_by, applied_at) VALUES (:version, :made_by, datetime('now'));

-- name: made_by
SELECT made_by FROM schema_versions ORDER BY version DESC LIMIT 1;

-- name: count_tables
SELECT count(*) AS tables FROM sqlite_schema;
