"""Status: from screens, hooks and marks to a verdict on what an agent does."""
