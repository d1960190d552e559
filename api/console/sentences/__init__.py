"""What happened on a pathway, told in readable sentences: one for each kind of fact."""
