"""Storage: databases, the stores on them, who owns a data folder, and private files."""
