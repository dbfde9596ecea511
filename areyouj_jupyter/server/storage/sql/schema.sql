-- name: note_version
INSERT INTO schema_versions (version, made_by, applied_at) VALUES (:version, :made_by, datetime('now'));

-- name: made_by
SELECT made_by FROM schema_versions ORDER BY version DESC LIMIT 1;

-- name: count_tables
SELECT count(*) AS tables FROM sqlite_schema;

-- name: has_generation
SELECT count(*) AS tables FROM sqlite_schema WHERE name = 'log_generation';

-- name: generation
SELECT generation FROM log_generation;

-- name: next_generation
UPDATE log_generation SET generation = generation + 1 RETURNING generation;
