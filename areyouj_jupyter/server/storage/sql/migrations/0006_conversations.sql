-- Which conversation of its CLI an instance was in, since when and why: a CLI may begin another one under way.
CREATE TABLE conversations (
    seq INTEGER PRIMARY KEY,
    instance_id TEXT NOT NULL REFERENCES agent_instances (id) ON DELETE CASCADE,
    conversation_id TEXT NOT NULL,
    since TEXT NOT NULL,
    why TEXT NOT NULL
);
CREATE INDEX conversations_of_instance ON conversations (instance_id, seq);

CREATE VIEW instances AS
SELECT
    agent_instances.*, agents.name AS agent,
    coalesce(
        (
            SELECT conversation_id FROM conversations
            WHERE conversations.instance_id = agent_instances.id ORDER BY conversations.seq DESC LIMIT 1
        ),
        agent_instances.id
    ) AS conversation_id
FROM agent_instances JOIN agents ON agents.id = agent_instances.agent_id;
