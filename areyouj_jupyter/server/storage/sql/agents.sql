-- name: add_agent
INSERT INTO agents (id, name, project_path, description, created_at, updated_at, name_key, spec, seq)
VALUES (
    :id, :name, :project_path, :description, :now, :now, :name_key, :spec,
    1 + max((SELECT coalesce(max(seq), 0) FROM agents), (SELECT seq FROM used_seq WHERE name = 'agents'))
);

-- name: add_settings
INSERT INTO agent_settings (agent_id, auto_start, notification_enabled, max_concurrent_instances, settings_json)
VALUES (:agent_id, :auto_start, :notification_enabled, :max_concurrent_instances, :settings_json)
ON CONFLICT (agent_id) DO UPDATE SET
    auto_start = excluded.auto_start,
    notification_enabled = excluded.notification_enabled,
    max_concurrent_instances = excluded.max_concurrent_instances,
    settings_json = excluded.settings_json;

-- name: agents
SELECT agents.*, agent_settings.settings_json
FROM agents LEFT JOIN agent_settings ON agent_settings.agent_id = agents.id
ORDER BY agents.seq;

-- name: agent
SELECT agents.*, agent_settings.settings_json
FROM agents LEFT JOIN agent_settings ON agent_settings.agent_id = agents.id
WHERE agents.id = :ref OR agents.name_key = :name_key;

-- name: update_agent
UPDATE agents
SET name = :name, name_key = :name_key, spec = :spec, project_path = :project_path, description = :description,
    updated_at = :now
WHERE id = :id;

-- name: delete_agent
DELETE FROM agents WHERE id = :id;

-- name: add_instance
INSERT INTO agent_instances (id, agent_id, status, pty_session_id, project_path, spec, config_json, paused, seq)
SELECT
    :id, agents.id, 'idle', :id, agents.project_path, agents.spec, :config_json,
    coalesce(
        (
            SELECT ended.paused FROM agent_instances AS ended
            WHERE ended.agent_id = agents.id AND ended.completed_at IS NOT NULL
            ORDER BY ended.seq DESC LIMIT 1
        ),
        0
    ),
    1 + max(
        (SELECT coalesce(max(seq), 0) FROM agent_instances), (SELECT seq FROM used_seq WHERE name = 'agent_instances')
    )
FROM agents
WHERE agents.id = :agent_id
RETURNING id;

-- name: continuable
UPDATE agent_instances SET config_json = :config_json
WHERE id = (
        SELECT last.id FROM agent_instances AS last WHERE last.agent_id = :agent_id ORDER BY last.seq DESC LIMIT 1
    )
    AND completed_at IS NOT NULL
    AND EXISTS (
        SELECT 1 FROM agents
        WHERE agents.id = agent_instances.agent_id
            AND agents.spec = agent_instances.spec AND agents.project_path = agent_instances.project_path
    )
RETURNING id;

-- name: adoptable
SELECT message.id, message.idempotency_key
FROM agent_messages AS message JOIN agent_instances AS ended ON ended.id = message.agent_instance_id
WHERE ended.agent_id = :agent_id AND ended.completed_at IS NOT NULL AND message.status = 'pending'
ORDER BY ended.seq, message.position, message.seq;

-- name: adopt
UPDATE agent_messages
SET agent_instance_id = :instance_id, position = :position, idempotency_key = :idempotency_key, updated_at = :now
WHERE id = :id;

-- name: instance
SELECT * FROM instances WHERE id = :id;

-- name: instances
SELECT * FROM instances WHERE agent_id = :agent_id ORDER BY seq DESC LIMIT :limit;

-- name: live_instances
SELECT * FROM instances WHERE completed_at IS NULL AND status IN ('idle', 'active') ORDER BY seq;

-- name: unfinished_instances
SELECT * FROM instances
WHERE (completed_at IS NULL AND status IN ('idle', 'active'))
    OR (
        completed_at IS NOT NULL
        AND EXISTS (
            SELECT 1 FROM agent_messages AS message
            WHERE message.agent_instance_id = instances.id AND message.status = 'pending'
        )
        AND NOT EXISTS (
            SELECT 1 FROM agent_instances AS later
            WHERE later.agent_id = instances.agent_id AND later.seq > instances.seq
        )
    )
ORDER BY seq;

-- name: add_conversation
INSERT INTO conversations (instance_id, conversation_id, since, why)
SELECT id, :conversation_id, :now, :why FROM instances WHERE id = :id AND conversation_id != :conversation_id;

-- name: record_start
UPDATE agent_instances
SET status = 'idle', incarnation = :incarnation, pid = :pid, reason = NULL, exit_code = NULL, completed_at = NULL,
    started_at = coalesce(started_at, :now), last_activity_at = :now
WHERE id = :id;

-- name: record_status
UPDATE agent_instances
SET status = :status, reason = coalesce(:reason, reason), last_activity_at = :now
WHERE id = :id AND completed_at IS NULL;

-- name: record_crash
UPDATE agent_instances
SET status = 'idle', reason = :reason, exit_code = :exit_code, pid = NULL, last_activity_at = :now
WHERE id = :id AND completed_at IS NULL;

-- name: record_exit
UPDATE agent_instances
SET status = :status, reason = :reason, exit_code = :exit_code, pid = NULL, completed_at = :now
WHERE id = :id AND completed_at IS NULL;

-- name: delete_instance
DELETE FROM agent_instances WHERE id = :id;

-- name: set_paused
UPDATE agent_instances SET paused = :paused WHERE id = :id RETURNING id;

-- name: paused
SELECT paused FROM agent_instances WHERE id = :id;
