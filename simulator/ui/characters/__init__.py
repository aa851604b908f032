"""Characters: the person on screen, drawn from parts and tables so that face, hands and stance follow the state."""
