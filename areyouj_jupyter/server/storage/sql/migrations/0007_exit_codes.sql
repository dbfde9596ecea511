-- How a shell's command ended, with the reply that it printed.
ALTER TABLE agent_messages ADD COLUMN exit_code INTEGER;
