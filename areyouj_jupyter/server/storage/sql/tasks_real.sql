-- name: tasks
SELECT
    CAST(id AS TEXT) AS id, title, description, status, priority, notes, details, CAST(parent_id AS TEXT) AS parent_id,
    created_at, updated_at
FROM tasks
WHERE id IS NOT NULL;

-- name: dependencies
SELECT task_id, dependency_id FROM task_dependencies;

-- name: add
INSERT INTO tasks (id, title, description, status, priority, notes, details, parent_id, created_at, updated_at)
VALUES (:id, :title, :description, :status, :priority, :notes, :details, :parent_id, :now, :now)
RETURNING id;

-- name: update
UPDATE tasks
SET title = coalesce(:title, title), description = coalesce(:description, description),
    status = coalesce(:status, status), priority = coalesce(:priority, priority),
    notes = coalesce(:notes, notes), details = coalesce(:details, details), updated_at = :now
WHERE id = :id;

-- name: begin
UPDATE tasks SET status = 'in-progress', updated_at = :now WHERE id = :id AND status = 'pending' RETURNING id;

-- name: delete
DELETE FROM tasks WHERE id = :id;

-- name: depend
INSERT OR IGNORE INTO task_dependencies (task_id, dependency_id) VALUES (:id, :other);

-- name: undepend
DELETE FROM task_dependencies WHERE task_id = :id AND dependency_id = :other;

-- name: forget_dependencies
DELETE FROM task_dependencies WHERE task_id = :id OR dependency_id = :id;
