-- Counted up by the first change after each checkpoint: whether the main file has what the write-ahead log held.
CREATE TABLE log_generation (generation INTEGER NOT NULL);
INSERT INTO log_generation (generation) VALUES (0);
