-- name: tasks
SELECT
    CAST(id AS TEXT) AS id, title, description, status, priority, NULL AS notes, NULL AS details, NULL AS parent_id,
    created_at, updated_at
FROM tasks;

-- name: add
INSERT INTO tasks (title, description, status, priority, created_at, updated_at)
VALUES (:title, :description, :status, :priority, :now, :now)
RETURNING CAST(id AS TEXT) AS id;

-- name: update
UPDATE tasks
SET title = coalesce(:title, title), description = coalesce(:description, description),
    status = coalesce(:status, status), priority = coalesce(:priority, priority), updated_at = :now
WHERE id = :id;

-- name: begin
UPDATE tasks SET status = 'in-progress', updated_at = :now WHERE id = :id AND status = 'pending' RETURNING id;

-- name: delete
DELETE FROM tasks WHERE id = :id;
