-- Messages since a time are found without looking at all that came before it.
CREATE INDEX agent_messages_made ON agent_messages (created_at);
