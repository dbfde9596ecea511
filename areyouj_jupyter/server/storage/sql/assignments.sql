-- name: add
INSERT INTO task_assignments (task_db, task_id, agent_id, message_id, created_at)
VALUES (:task_db, :task_id, :agent_id, :message_id, :now);

-- name: latest
SELECT task_assignments.task_id, agents.id AS agent_id, agents.name AS agent,
    messages.agent_instance_id AS session_id
FROM task_assignments
JOIN agents ON agents.id = task_assignments.agent_id
LEFT JOIN messages ON messages.id = task_assignments.message_id
WHERE task_db = :task_db AND task_assignments.seq = (
    SELECT max(newer.seq) FROM task_assignments AS newer
    WHERE newer.task_db = task_assignments.task_db AND newer.task_id = task_assignments.task_id
);

-- name: forget
DELETE FROM task_assignments WHERE task_db = :task_db AND task_id = :task_id;
