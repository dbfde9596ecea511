-- name: take
INSERT INTO owner (id, epoch, host, pid, url, since) VALUES (1, 1, :host, :pid, :url, :now)
ON CONFLICT (id) DO UPDATE SET
    epoch = epoch + 1, host = excluded.host, pid = excluded.pid, url = excluded.url, since = excluded.since
RETURNING *;

-- name: owner
SELECT * FROM owner;
