-- The four tables of the first design, with what we add behind its columns.
PRAGMA application_id = 1097423178;  -- 'AiYJ'

CREATE TABLE schema_versions (
    version INTEGER PRIMARY KEY,
    made_by TEXT NOT NULL,
    applied_at TEXT NOT NULL
);

-- Highest seq that was ever given and is gone, so that no seq comes twice.
CREATE TABLE used_seq (
    name TEXT PRIMARY KEY,
    seq INTEGER NOT NULL
);
INSERT INTO used_seq (name, seq) VALUES ('agents', 0), ('agent_instances', 0), ('agent_messages', 0);

CREATE TABLE agents (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL UNIQUE,
    project_path TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    seq INTEGER NOT NULL UNIQUE,
    name_key TEXT NOT NULL UNIQUE,
    spec TEXT NOT NULL
);

CREATE TABLE agent_settings (
    agent_id TEXT PRIMARY KEY NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    auto_start INTEGER NOT NULL DEFAULT 0,
    notification_enabled INTEGER NOT NULL DEFAULT 1,
    max_concurrent_instances INTEGER NOT NULL DEFAULT 1,
    settings_json TEXT NOT NULL DEFAULT '{}'
);

CREATE TABLE agent_instances (
    id TEXT PRIMARY KEY NOT NULL,
    agent_id TEXT NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    status TEXT NOT NULL DEFAULT 'idle' CHECK (status IN ('idle', 'active', 'completed', 'error', 'terminated')),
    started_at TEXT,
    completed_at TEXT,
    pty_session_id TEXT,
    project_path TEXT NOT NULL,
    last_activity_at TEXT,
    seq INTEGER NOT NULL UNIQUE,
    spec TEXT NOT NULL,
    incarnation INTEGER NOT NULL DEFAULT 0,
    pid INTEGER,
    reason TEXT,
    exit_code INTEGER,
    config_json TEXT NOT NULL DEFAULT '{}',
    paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1))
);
CREATE INDEX agent_instances_of_agent ON agent_instances (agent_id, seq);
CREATE INDEX agent_instances_live ON agent_instances (seq) WHERE completed_at IS NULL;

CREATE TABLE agent_messages (
    id TEXT PRIMARY KEY NOT NULL,
    agent_instance_id TEXT NOT NULL REFERENCES agent_instances (id) ON DELETE CASCADE,
    sender_type TEXT NOT NULL CHECK (sender_type IN ('user', 'agent')),
    content TEXT NOT NULL,
    requires_user_input INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    seq INTEGER NOT NULL UNIQUE,
    position INTEGER NOT NULL DEFAULT 0,
    status TEXT NOT NULL CHECK (
        status IN ('pending', 'sending', 'processing', 'completed', 'error', 'cancelled', 'uncertain')
    ),
    reason TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('queue', 'terminal', 'task', 'agent')),
    command INTEGER NOT NULL DEFAULT 0,
    idempotency_key TEXT,
    accepted_sha256 TEXT,
    delivery_id TEXT UNIQUE,
    incarnation INTEGER,
    wire TEXT,
    in_reply_to TEXT REFERENCES agent_messages (id) ON DELETE SET NULL,
    task_id TEXT,
    usage_json TEXT,
    evidence_json TEXT NOT NULL DEFAULT '{}',
    updated_at TEXT NOT NULL,
    UNIQUE (agent_instance_id, idempotency_key)
);
CREATE INDEX agent_messages_of_instance ON agent_messages (agent_instance_id, seq);
CREATE INDEX agent_messages_pending ON agent_messages (agent_instance_id, position, seq) WHERE status = 'pending';
CREATE INDEX agent_messages_unfinished ON agent_messages (agent_instance_id, position)
    WHERE status IN ('pending', 'sending', 'processing', 'uncertain');
CREATE INDEX agent_messages_replies ON agent_messages (in_reply_to) WHERE in_reply_to IS NOT NULL;
CREATE UNIQUE INDEX agent_messages_one_in_flight ON agent_messages (agent_instance_id)
    WHERE status IN ('sending', 'processing');

CREATE TRIGGER agent_messages_transition BEFORE UPDATE OF status ON agent_messages
WHEN NEW.status <> OLD.status AND OLD.status || ' ' || NEW.status NOT IN (
    'pending sending', 'pending cancelled', 'pending error',
    'sending pending', 'sending processing', 'sending error', 'sending uncertain',
    'processing completed', 'processing error', 'processing uncertain',
    'error pending', 'cancelled pending', 'uncertain pending'
)
BEGIN
    SELECT RAISE(ABORT, 'a message cannot change its status like that');
END;

CREATE VIEW messages AS
SELECT agent_messages.*, agent_instances.agent_id, agents.name AS agent
FROM agent_messages
JOIN agent_instances ON agent_instances.id = agent_messages.agent_instance_id
JOIN agents ON agents.id = agent_instances.agent_id;

CREATE TRIGGER agents_gone AFTER DELETE ON agents BEGIN
    UPDATE used_seq SET seq = max(seq, OLD.seq) WHERE name = 'agents';
END;
CREATE TRIGGER agent_instances_gone AFTER DELETE ON agent_instances BEGIN
    UPDATE used_seq SET seq = max(seq, OLD.seq) WHERE name = 'agent_instances';
END;
CREATE TRIGGER agent_messages_gone AFTER DELETE ON agent_messages BEGIN
    UPDATE used_seq SET seq = max(seq, OLD.seq) WHERE name = 'agent_messages';
END;

-- Soft references to a tasks.db, which is another domain.
CREATE TABLE task_assignments (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    task_db TEXT NOT NULL,
    task_id TEXT NOT NULL,
    agent_id TEXT NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    message_id TEXT REFERENCES agent_messages (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX task_assignments_of_task ON task_assignments (task_db, task_id, seq);
CREATE INDEX task_assignments_of_agent ON task_assignments (agent_id);
CREATE INDEX task_assignments_of_message ON task_assignments (message_id);

CREATE TABLE owner (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    epoch INTEGER NOT NULL,
    host TEXT NOT NULL,
    pid INTEGER NOT NULL,
    url TEXT NOT NULL,
    since TEXT NOT NULL
);
