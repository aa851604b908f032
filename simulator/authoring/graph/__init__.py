"""The graph of a scenario: its moments, what leads from one to another, and pictures of both."""
