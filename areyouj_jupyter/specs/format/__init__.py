"""The format: what an `AgentSpec` is made of."""
