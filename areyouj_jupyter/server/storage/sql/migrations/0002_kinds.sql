-- Beside texts, an agent's messages tell what it said and did on the way to a reply.
ALTER TABLE agent_messages ADD COLUMN kind TEXT NOT NULL DEFAULT 'text' CHECK (kind IN ('text', 'note', 'tool'));
