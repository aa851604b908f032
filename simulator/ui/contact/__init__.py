"""The parts of the encounter's screen: the picture, what is said, what can be done, what is known."""
