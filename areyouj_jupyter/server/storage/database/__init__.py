"""The SQLite driver's only room: agents.db (`Database`), and the connections that database_file.py is made of.

All errors of the driver are translated here: DatabaseBusy, StorageFull, DatabaseUnusable; a constraint that refuses a
row becomes ConstraintFailed, which the stores turn into the error that fits.
"""

from areyouj_jupyter.server.storage.database.agents_db import Database, check_agents_db
from areyouj_jupyter.server.storage.database.connection import (
    BUSY_TIMEOUT,
    SQLITE_VERSION,
    Connection,
    Row,
    Transaction,
    begun,
    connected,
    open_connection,
    statements,
    to_end,
)
from areyouj_jupyter.server.storage.database.faults import HINT, ConstraintFailed, translated, translating
from areyouj_jupyter.server.storage.database.inspection import was_made
from areyouj_jupyter.server.storage.database.salvage import move_aside, salvage

__all__ = [
    "BUSY_TIMEOUT",
    "HINT",
    "SQLITE_VERSION",
    "Connection",
    "ConstraintFailed",
    "Database",
    "Row",
    "Transaction",
    "begun",
    "check_agents_db",
    "connected",
    "move_aside",
    "open_connection",
    "salvage",
    "statements",
    "to_end",
    "translated",
    "translating",
    "was_made",
]
