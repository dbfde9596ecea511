-- A page of an agent's messages is one look into an index, however many sessions it had.
ALTER TABLE agent_messages ADD COLUMN agent_id TEXT REFERENCES agents (id) ON DELETE CASCADE;
UPDATE agent_messages
SET agent_id = (SELECT agent_id FROM agent_instances WHERE agent_instances.id = agent_messages.agent_instance_id);
CREATE INDEX agent_messages_of_agent ON agent_messages (agent_id, seq);

-- Whoever adds a message need not know of the column.
CREATE TRIGGER agent_messages_new AFTER INSERT ON agent_messages WHEN NEW.agent_id IS NULL BEGIN
    UPDATE agent_messages
    SET agent_id = (SELECT agent_id FROM agent_instances WHERE agent_instances.id = NEW.agent_instance_id)
    WHERE id = NEW.id;
END;

DROP VIEW messages;
CREATE VIEW messages AS
SELECT agent_messages.*, agents.name AS agent
FROM agent_messages JOIN agents ON agents.id = agent_messages.agent_id;
