-- name: add
INSERT INTO agent_messages (
    id, agent_instance_id, agent_id, sender_type, content, requires_user_input, created_at, updated_at, status, origin,
    command, idempotency_key, accepted_sha256, incarnation, in_reply_to, task_id, usage_json, kind, exit_code, position,
    seq
)
SELECT
    :id, agent_instances.id, agent_instances.agent_id, :sender_type, :content, :requires_user_input, :now, :now,
    :status, :origin, :command, :idempotency_key, :accepted_sha256, :incarnation, :in_reply_to, :task_id, :usage_json,
    :kind, :exit_code,
    1 + coalesce(
        (
            SELECT max(position) FROM agent_messages
            WHERE agent_instance_id = :session_id AND status IN ('pending', 'sending', 'processing', 'uncertain')
        ),
        0
    ),
    1 + max((SELECT coalesce(max(seq), 0) FROM agent_messages), (SELECT seq FROM used_seq WHERE name = 'agent_messages'))
FROM agent_instances
WHERE agent_instances.id = :session_id
RETURNING id;

-- name: known
SELECT id, accepted_sha256 FROM agent_messages
WHERE idempotency_key = :idempotency_key AND agent_instance_id IN (
    SELECT other.id
    FROM agent_instances AS this JOIN agent_instances AS other ON other.agent_id = this.agent_id
    WHERE this.id = :session_id AND (other.id = this.id OR other.completed_at IS NOT NULL)
)
ORDER BY seq DESC LIMIT 1;

-- name: known_step
SELECT id FROM agent_messages WHERE agent_instance_id = :session_id AND idempotency_key = :idempotency_key;

-- name: message
SELECT * FROM messages WHERE id = :id;

-- name: count_pending
SELECT count(*) AS pending FROM agent_messages WHERE agent_instance_id = :session_id AND status = 'pending';

-- name: next_pending
SELECT * FROM messages
WHERE agent_instance_id = :session_id AND status = 'pending'
ORDER BY position, seq LIMIT 1;

-- name: pending
SELECT id FROM agent_messages
WHERE agent_instance_id = :session_id AND status = 'pending'
ORDER BY position, seq;

-- name: claim
UPDATE agent_messages
SET status = 'sending', delivery_id = :delivery_id, incarnation = :incarnation, reason = NULL, updated_at = :now,
    evidence_json = :evidence_json
WHERE id = :id AND status = 'pending' AND NOT EXISTS (
    SELECT 1 FROM agent_messages AS other
    WHERE other.agent_instance_id = agent_messages.agent_instance_id AND other.status IN ('sending', 'processing')
)
RETURNING id;

-- name: in_flight
SELECT * FROM messages
WHERE agent_instance_id = :session_id AND status IN ('sending', 'processing');

-- name: last_ended
SELECT content, wire, status FROM agent_messages
WHERE agent_instance_id = :session_id AND sender_type = 'user' AND incarnation = :incarnation
    AND status IN ('completed', 'error', 'uncertain')
ORDER BY updated_at DESC, seq DESC LIMIT 1;

-- name: mark_processing
UPDATE agent_messages
SET status = 'processing', wire = :wire, evidence_json = json_patch(evidence_json, :evidence_json), updated_at = :now
WHERE id = :id AND delivery_id IS :delivery_id AND status = 'sending'
RETURNING id;

-- name: note
UPDATE agent_messages SET evidence_json = json_patch(evidence_json, :evidence_json), updated_at = :now
WHERE id = :id AND delivery_id IS :delivery_id AND status = 'sending'
RETURNING id;

-- name: finish
UPDATE agent_messages
SET status = :status, reason = :reason, updated_at = :now
WHERE id = :id AND delivery_id IS :delivery_id
    AND (status = 'processing' OR (status = 'sending' AND :status <> 'completed'))
RETURNING id;

-- name: release
UPDATE agent_messages
SET status = 'pending', delivery_id = NULL, incarnation = NULL, reason = :reason, updated_at = :now
WHERE id = :id AND delivery_id IS :delivery_id AND status = 'sending'
RETURNING id;

-- name: change
UPDATE agent_messages SET content = :content, updated_at = :now WHERE id = :id AND status = 'pending';

-- name: place_in_flight
SELECT coalesce(max(position), 0) AS position FROM agent_messages
WHERE agent_instance_id = :session_id AND status IN ('sending', 'processing');

-- name: place
UPDATE agent_messages SET position = :position WHERE id = :id;

-- name: cancel
UPDATE agent_messages SET status = 'cancelled', reason = coalesce(:reason, reason), updated_at = :now
WHERE id = :id AND status = 'pending' RETURNING id;

-- name: retriable
SELECT message.id
FROM agent_messages AS message JOIN agent_instances AS own ON own.id = message.agent_instance_id
WHERE message.id = :id AND (
    own.id = :session_id
    OR (own.completed_at IS NOT NULL AND own.agent_id = (SELECT agent_id FROM agent_instances WHERE id = :session_id))
);

-- name: retry
UPDATE agent_messages
SET status = 'pending', delivery_id = NULL, incarnation = NULL, wire = NULL, reason = NULL, updated_at = :now,
    agent_instance_id = :session_id,
    idempotency_key = CASE
        WHEN EXISTS (
            SELECT 1 FROM agent_messages AS other
            WHERE other.agent_instance_id = :session_id AND other.id <> agent_messages.id
                AND other.idempotency_key = agent_messages.idempotency_key
        ) THEN NULL
        ELSE idempotency_key
    END,
    position = 1 + coalesce(
        (
            SELECT max(other.position) FROM agent_messages AS other
            WHERE other.agent_instance_id = :session_id
                AND other.status IN ('pending', 'sending', 'processing', 'uncertain')
        ),
        0
    )
WHERE id = :id AND sender_type = 'user' AND status IN ('error', 'cancelled', 'uncertain')
RETURNING id;

-- name: queue
SELECT * FROM messages
WHERE agent_instance_id = :session_id AND sender_type = 'user'
    AND status IN ('pending', 'sending', 'processing', 'uncertain')
ORDER BY CASE status WHEN 'pending' THEN 2 WHEN 'uncertain' THEN 1 ELSE 0 END, position, seq;

-- name: paused
SELECT paused FROM agent_instances WHERE id = :session_id;

-- A page has fifty messages: what no model of one shows is left out, which makes it a sixth quicker.
-- name: page
SELECT
    id, seq, agent_instance_id, agent, sender_type, kind, content, status, reason, origin, requires_user_input,
    in_reply_to, task_id, wire, usage_json, created_at, updated_at, exit_code
FROM messages
WHERE agent_instance_id = :session_id AND seq < :before
ORDER BY seq DESC LIMIT :limit;

-- `seq` grows with time, but for a clock that is set back: so a page since a time is sought from there on, and a
-- thousand messages before it. Without that bound the last page would look at all older messages.
-- name: search
SELECT
    id, seq, agent_instance_id, agent, sender_type, kind, content, status, reason, origin, requires_user_input,
    in_reply_to, task_id, wire, usage_json, created_at, updated_at, exit_code
FROM messages
WHERE seq < :before AND created_at >= :since
    AND seq > (SELECT seq - 1000 FROM agent_messages WHERE created_at >= :since ORDER BY created_at LIMIT 1)
ORDER BY seq DESC LIMIT :limit;

-- name: search_agent
SELECT
    id, seq, agent_instance_id, agent, sender_type, kind, content, status, reason, origin, requires_user_input,
    in_reply_to, task_id, wire, usage_json, created_at, updated_at, exit_code
FROM messages
WHERE agent_id = :agent_id AND seq < :before AND created_at >= :since
    AND seq > (SELECT seq - 1000 FROM agent_messages WHERE created_at >= :since ORDER BY created_at LIMIT 1)
ORDER BY seq DESC LIMIT :limit;

-- name: doubt
UPDATE agent_messages SET status = 'uncertain', reason = :reason, updated_at = :now
WHERE agent_instance_id = :session_id AND status IN ('sending', 'processing')
RETURNING id;
